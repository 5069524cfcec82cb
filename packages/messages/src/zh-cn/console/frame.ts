import type { Translated } from '../../catalogue.ts';
import type { frame as english } from '../../en/console/frame.ts';

export const frame: Translated<typeof english> = {
  'console.task': '控制台',
  'console.nav_home': '开始',
  'console.nav_users': '用户',
  'console.nav_connectors': '连接器',
  'console.nav_sign_in_experience': '登录体验',
  'console.nav_account_pages': '账户页面',
  'console.nav_proof_policy': '身份确认规则',
  'console.try_again': '重试',
  'console.changes': '{count, plural, other {#}} 项更改',
  'console.saved': '已保存。',
  'console.discard': '放弃更改',
  'console.save': '保存',
  'console.saving': '正在保存…',
};
