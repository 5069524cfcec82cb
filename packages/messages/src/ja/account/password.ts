import type { Translated } from '../../catalogue.ts';
import type { password as english } from '../../en/account/password.ts';

export const password: Translated<typeof english> = {
  'password.change': 'パスワードを変更',
  'password.create': 'パスワードを作成',
  'password.heading_change': 'パスワードの変更',
  'password.heading_create': 'パスワードの作成',
  'password.lead_create':
    'パスワードはまだ設定されていません。作成すると、パスワードでもサインインできるようになります。',
  'password.is_set': '設定済み',
  'password.new': '新しいパスワード',
  'password.ends_others': 'ほかのデバイスはサインアウトされます。このデバイスはサインインしたままです。',
  'password.others_ended': 'ほかのデバイスはサインアウトされました。このデバイスはサインインしたままです。',
  'password.done_change': 'パスワードを変更しました。',
  'password.done_create': 'パスワードを作成しました。',
  'password.unknown':
    '新しいパスワードが保存されたかどうかを確認できませんでした。もう一度送信してください。すでに使われている場合はお知らせします。',
  'password.no_identifier':
    'パスワードでサインインするには、ユーザー名、メールアドレス、電話番号のいずれかも必要です。あわせて追加してください。',
  'closed.off': 'お使いのアカウントでは利用できません。',
  'closed.back': 'セキュリティに戻る',
  'password.confirms_first': 'ご本人であることの確認をお願いします。',
  'told.email': 'この件のお知らせを{address}に送信します。',
  'told.phone': 'この件のお知らせを{address}にSMSで送信します。',
  'told.nobody': 'お知らせできるメールアドレスや電話番号が登録されていません。警告を受け取れるように追加してください。',
};
