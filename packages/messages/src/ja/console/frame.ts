import type { Translated } from '../../catalogue.ts';
import type { frame as english } from '../../en/console/frame.ts';

export const frame: Translated<typeof english> = {
  'console.task': 'コンソール',
  'console.nav_home': 'ホーム',
  'console.nav_users': 'ユーザー',
  'console.nav_connectors': 'コネクター',
  'console.nav_sign_in_experience': 'サインイン',
  'console.nav_account_pages': 'アカウントページ',
  'console.nav_proof_policy': '本人確認の規則',
  'console.try_again': 'もう一度試す',
  'console.changes': '変更 {count, plural, other {#}} 件',
  'console.saved': '保存しました。',
  'console.discard': '破棄',
  'console.save': '保存',
  'console.saving': '保存しています…',
};
