import type { Translated } from '../../catalogue.ts';
import type { frame as english } from '../../en/console/frame.ts';

export const frame: Translated<typeof english> = {
  'console.task': '主控台',
  'console.nav_home': '開始',
  'console.nav_users': '使用者',
  'console.nav_connectors': '連接器',
  'console.nav_sign_in_experience': '登入體驗',
  'console.nav_account_pages': '帳戶頁面',
  'console.nav_proof_policy': '身分確認規則',
  'console.try_again': '再試一次',
  'console.changes': '{count, plural, other {#}} 項變更',
  'console.saved': '已儲存。',
  'console.discard': '捨棄變更',
  'console.save': '儲存',
  'console.saving': '正在儲存…',
};
