import type { MailMessages } from '../catalogue.ts';

/** Terms: アカウント, サインイン, 確認コード, 2段階認証, デバイス. Sentences are です・ます; no space between kana or kanji and Latin. */
export const mails: MailMessages = {
  'layout.sent_by': '送信元：{app}、{host}',
  'layout.fact': '{label}：{value}',

  'code.valid': '{minutes, plural, other {コードの有効期間は#分です。}}',
  'code.secret': '誰にも教えないでください。電話やチャットでおたずねすることは決してありません。',
  'code.secret_short': '誰にも教えないでください。',

  'code.sign_in.subject': '{app}にサインインするためのコード',
  'code.sign_in.subject_with_code': '{code}は{app}にサインインするためのコードです',
  'code.sign_in.lead': '{app}にサインインするには、このコードを入力してください。',
  'code.sign_in.unasked':
    'お心当たりがない場合は、誰かが誤ってこのアドレスを入力したと考えられます。コードがなければサインインできませんので、このメールは削除してかまいません。',
  'code.sign_in.sms': '{code}は{app}にサインインするためのコードです。',

  'code.register.subject': '{app}のアカウントを作成するためのコード',
  'code.register.subject_with_code': '{code}は{app}のアカウントを作成するためのコードです',
  'code.register.lead': '{app}のアカウントを作成するには、このコードを入力してください。',
  'code.register.unasked':
    'お心当たりがない場合は、誰かが誤ってこのアドレスを入力したと考えられます。コードがなければアカウントは作成されませんので、このメールは削除してかまいません。',
  'code.register.sms': '{code}は{app}のアカウントを作成するためのコードです。',

  'code.forgot_password.subject': '{app}のパスワードを再設定するためのコード',
  'code.forgot_password.lead': '{app}の新しいパスワードを設定するには、このコードを入力してください。',
  'code.forgot_password.unasked':
    'お心当たりがない場合は、誰かがあなたの代わりに再設定を求めました。このコードを他の人が知らないかぎり、パスワードは変わりません。',
  'code.forgot_password.sms': '{code}は{app}のパスワードを再設定するためのコードです。',

  'code.generic.subject': '{app}の確認コード',
  'code.generic.lead': '{app}でこのコードを入力してください。',
  'code.generic.unasked':
    'お心当たりがない場合は、誰かが誤ってこのアドレスを入力したと考えられます。コードがなければ何も起こりませんので、このメールは削除してかまいません。',
  'code.generic.sms': '{code}は{app}の確認コードです。',

  'code.confirm_yourself.subject': '{app}でご本人であることを確認するためのコード',
  'code.confirm_yourself.lead':
    '{app}のアカウントを変更しているのがご本人であることを確認するため、このコードを入力してください。',
  'code.confirm_yourself.unasked':
    'お心当たりがない場合は、ほかの人があなたのアカウントにサインインしているおそれがあります。パスワードを変更し、コードは誰にも教えないでください。',
  'code.confirm_yourself.sms': '{code}は{app}でご本人であることを確認するためのコードです。',

  'code.confirm_address.subject': '{app}でこのアドレスを確認するためのコード',
  'code.confirm_address.subject_with_code': '{code}は{app}でこのアドレスを確認するためのコードです',
  'code.confirm_address.lead': 'このアドレスを{app}のアカウントに追加するには、このコードを入力してください。',
  'code.confirm_address.unasked':
    'お心当たりがない場合は、誰かが誤ってこのアドレスを入力したと考えられます。コードがなければどのアカウントにも追加されませんので、このメールは削除してかまいません。',
  'code.confirm_address.sms': '{code}はこの番号を{app}のアカウントに追加するためのコードです。',

  'code.second_step.subject': '{app}の2段階目のコード',
  'code.second_step.lead': '{app}へのサインインの2段階目として、このコードを入力してください。',
  'code.second_step.unasked':
    'お心当たりがない場合は、ほかの人があなたのパスワードを知っています。サインインしてパスワードを変更し、コードは誰にも教えないでください。',
  'code.second_step.sms': '{code}は{app}の2段階目のコードです。',

  'code.add_second_step.subject': '{app}の2段階認証を有効にするためのコード',
  'code.add_second_step.lead':
    'このアドレスを{app}へのサインインの2段階目として使うには、このコードを入力してください。',
  'code.add_second_step.unasked':
    'お心当たりがない場合は、ほかの人があなたのアカウントにサインインしているおそれがあります。パスワードを変更し、コードは誰にも教えないでください。',
  'code.add_second_step.sms': '{code}は{app}の2段階認証を有効にするためのコードです。',

  'notice.when': '日時',
  'notice.device': 'デバイス',
  'notice.ip': 'IPアドレス',
  'notice.utc': '{time}（UTC）',
  'notice.device_name': '{system}の{browser}',
  'notice.by_administrator': 'この変更は管理者が行いました。',
  'notice.nothing_to_do': 'ご本人によるものであれば、何もする必要はありません。',
  'notice.not_you': 'お心当たりがない場合は、すぐにサインインしてパスワードを変更してください。',
  'notice.not_you_support':
    'お心当たりがない場合は、すぐにサインインしてパスワードを変更してください。できない場合はお問い合わせください：{support}',
  'notice.not_you_short': 'お心当たりがない場合は、すぐにパスワードを変更してください。',

  'notice.password_changed.subject': '{app}のパスワードが変更されました',
  'notice.password_changed.text': '{app}のアカウントのパスワードが変更されました。',
  'notice.password_set.subject': '{app}のアカウントにパスワードが設定されました',
  'notice.password_set.text': '{app}のアカウントにパスワードが設定されました。',
  'notice.password_removed.subject': '{app}のパスワードが削除されました',
  'notice.password_removed.text': '{app}のアカウントのパスワードが削除されました。',

  'notice.factor_added.subject': '{app}のアカウントに2段階目が追加されました',
  'notice.factor_added.text': '{app}のアカウントに、サインインを確認する方法が追加されました。',
  'notice.factor_changed.subject': '{app}のアカウントの2段階目が変更されました',
  'notice.factor_changed.text': '{app}のアカウントで、サインインを確認する方法が変更されました。',
  'notice.factor_removed.subject': '{app}のアカウントから2段階目が削除されました',
  'notice.factor_removed.text': '{app}のアカウントから、サインインを確認する方法が削除されました。',

  'notice.email_changed.subject': '{app}のアカウントのメールアドレスが変更されました',
  'notice.email_changed.text': '{app}のアカウントのメールアドレスが、{from}から{to}に変更されました。',
  'notice.email_added.subject': '{app}のアカウントにメールアドレスが追加されました',
  'notice.email_added.text': 'メールアドレス{to}が、{app}のアカウントに追加されました。',
  'notice.email_removed.subject': '{app}のアカウントのメールアドレスが削除されました',
  'notice.email_removed.text': 'メールアドレス{from}が、{app}のアカウントから削除されました。',

  'notice.phone_changed.subject': '{app}のアカウントの電話番号が変更されました',
  'notice.phone_changed.text': '{app}のアカウントの電話番号が、{from}から{to}に変更されました。',
  'notice.phone_added.subject': '{app}のアカウントに電話番号が追加されました',
  'notice.phone_added.text': '電話番号{to}が、{app}のアカウントに追加されました。',
  'notice.phone_removed.subject': '{app}のアカウントの電話番号が削除されました',
  'notice.phone_removed.text': '電話番号{from}が、{app}のアカウントから削除されました。',

  'notice.username_changed.subject': '{app}のアカウントのユーザー名が変更されました',
  'notice.username_changed.text': '{app}のアカウントのユーザー名が変更されました。',

  'notice.identity_linked.subject': '{app}のアカウントが{provider}と連携されました',
  'notice.identity_linked.text':
    'その{provider}のアカウントにサインインできる人は、{app}のあなたのアカウントにもサインインできるようになりました。',
  'notice.identity_unlinked.subject': '{app}のアカウントと{provider}の連携が解除されました',
  'notice.identity_unlinked.text': '{provider}を使って{app}にサインインすることはできなくなりました。',

  'notice.device_added.subject': '{app}のアカウントが新しいデバイスで使われました',
  'notice.device_added.text': 'これまでに使われたことのないデバイスで、{app}のアカウントへのサインインがありました。',

  'notice.locked_out.subject': '{app}のアカウントで失敗が多すぎます',
  'notice.locked_out.text':
    '{app}のアカウントで、誤ったパスワードまたはコードが何度も入力されたため、しばらくのあいだ受け付けを止めています。サインインした人はいません。',
  'notice.locked_out.advice':
    'ご本人によるものであれば、しばらく待ってからもう一度お試しください。お心当たりがない場合は、パスワードが十分に長く、ほかで使っていないことをお確かめください。',
};
