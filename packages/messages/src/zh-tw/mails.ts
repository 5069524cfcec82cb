import type { MailMessages } from '../catalogue.ts';

/** Terms: 帳戶, 登入, 驗證碼, 兩步驟驗證, 裝置. Han and Latin are separated by a space, punctuation is full-width. */
export const mails: MailMessages = {
  'layout.sent_by': '由 {app} 寄出，{host}',
  'layout.fact': '{label}：{value}',

  'code.valid': '{minutes, plural, other {驗證碼在 # 分鐘內有效。}}',
  'code.secret': '請勿告訴任何人。我們絕不會透過電話或聊天向你索取。',
  'code.secret_short': '請勿告訴任何人。',

  'code.sign_in.subject': '你登入 {app} 的驗證碼',
  'code.sign_in.subject_with_code': '{app} 登入驗證碼：{code}',
  'code.sign_in.lead': '請輸入這組驗證碼，登入 {app}。',
  'code.sign_in.unasked': '不是你嗎？可能有人誤填了你的地址。沒有驗證碼就無法登入，你可以直接刪除這封信。',
  'code.sign_in.sms': '{code} 是你登入 {app} 的驗證碼。',

  'code.register.subject': '你在 {app} 建立帳戶的驗證碼',
  'code.register.subject_with_code': '{app} 建立帳戶的驗證碼：{code}',
  'code.register.lead': '請輸入這組驗證碼，在 {app} 建立帳戶。',
  'code.register.unasked': '不是你嗎？可能有人誤填了你的地址。沒有驗證碼就不會建立帳戶，你可以直接刪除這封信。',
  'code.register.sms': '{code} 是你在 {app} 建立帳戶的驗證碼。',

  'code.forgot_password.subject': '你在 {app} 重設密碼的驗證碼',
  'code.forgot_password.lead': '請輸入這組驗證碼，為 {app} 設定新密碼。',
  'code.forgot_password.unasked': '不是你嗎？有人以你的名義要求新密碼。只要別人沒有這組驗證碼，你的密碼就不會改變。',
  'code.forgot_password.sms': '{code} 是你在 {app} 重設密碼的驗證碼。',

  'code.generic.subject': '你在 {app} 的驗證碼',
  'code.generic.lead': '請在 {app} 輸入這組驗證碼。',
  'code.generic.unasked': '不是你嗎？可能有人誤填了你的地址。沒有驗證碼就不會發生任何事，你可以直接刪除這封信。',
  'code.generic.sms': '{code} 是你在 {app} 的驗證碼。',

  'code.confirm_yourself.subject': '在 {app} 確認是你本人的驗證碼',
  'code.confirm_yourself.lead': '請輸入這組驗證碼，確認是你本人正在變更 {app} 的帳戶。',
  'code.confirm_yourself.unasked': '不是你嗎？可能有其他人登入了你的帳戶。請變更密碼，並且不要把驗證碼告訴別人。',
  'code.confirm_yourself.sms': '{code} 是你在 {app} 確認身分的驗證碼。',

  'code.confirm_address.subject': '為 {app} 確認這個地址的驗證碼',
  'code.confirm_address.subject_with_code': '{app} 確認這個地址的驗證碼：{code}',
  'code.confirm_address.lead': '請輸入這組驗證碼，把這個地址加入你在 {app} 的帳戶。',
  'code.confirm_address.unasked':
    '不是你嗎？可能有人誤填了你的地址。沒有驗證碼就不會加入任何帳戶，你可以直接刪除這封信。',
  'code.confirm_address.sms': '{code} 是把這個號碼加入你 {app} 帳戶的驗證碼。',

  'code.second_step.subject': '{app} 第二步驟的驗證碼',
  'code.second_step.lead': '請輸入這組驗證碼，完成登入 {app} 的第二步驟。',
  'code.second_step.unasked': '不是你嗎？那麼有人知道你的密碼。請登入並變更密碼，並且不要把驗證碼告訴別人。',
  'code.second_step.sms': '{code} 是你登入 {app} 第二步驟的驗證碼。',

  'code.add_second_step.subject': '在 {app} 開啟兩步驟驗證的驗證碼',
  'code.add_second_step.lead': '請輸入這組驗證碼，以這個地址作為登入 {app} 的第二步驟。',
  'code.add_second_step.unasked': '不是你嗎？可能有其他人登入了你的帳戶。請變更密碼，並且不要把驗證碼告訴別人。',
  'code.add_second_step.sms': '{code} 是你在 {app} 開啟兩步驟驗證的驗證碼。',

  'notice.when': '時間',
  'notice.device': '裝置',
  'notice.ip': 'IP 位址',
  'notice.utc': '{time} (UTC)',
  'notice.device_name': '{system} 上的 {browser}',
  'notice.by_administrator': '這項變更由管理員執行。',
  'notice.nothing_to_do': '如果是你本人，就不需要再做什麼。',
  'notice.not_you': '如果不是你，請立即登入並變更密碼。',
  'notice.not_you_support': '如果不是你，請立即登入並變更密碼。若無法登入，請尋求協助：{support}',
  'notice.not_you_short': '不是你嗎？請立即變更密碼。',

  'notice.password_changed.subject': '你在 {app} 的密碼已變更',
  'notice.password_changed.text': '你在 {app} 的帳戶密碼已變更。',
  'notice.password_set.subject': '你在 {app} 的帳戶已設定密碼',
  'notice.password_set.text': '你在 {app} 的帳戶已設定密碼。',
  'notice.password_removed.subject': '你在 {app} 的密碼已移除',
  'notice.password_removed.text': '你在 {app} 的帳戶密碼已移除。',

  'notice.factor_added.subject': '你在 {app} 的帳戶新增了第二步驟',
  'notice.factor_added.text': '你在 {app} 的帳戶新增了一種確認登入的方式。',
  'notice.factor_changed.subject': '你在 {app} 的帳戶第二步驟已變更',
  'notice.factor_changed.text': '你在 {app} 的帳戶中，一種確認登入的方式已變更。',
  'notice.factor_removed.subject': '你在 {app} 的帳戶移除了第二步驟',
  'notice.factor_removed.text': '你在 {app} 的帳戶移除了一種確認登入的方式。',

  'notice.email_changed.subject': '你在 {app} 的帳戶電子郵件地址已變更',
  'notice.email_changed.text': '你在 {app} 的帳戶電子郵件地址已從 {from} 變更為 {to}。',
  'notice.email_added.subject': '你在 {app} 的帳戶新增了電子郵件地址',
  'notice.email_added.text': '電子郵件地址 {to} 已加入你在 {app} 的帳戶。',
  'notice.email_removed.subject': '你在 {app} 的帳戶電子郵件地址已移除',
  'notice.email_removed.text': '電子郵件地址 {from} 已從你在 {app} 的帳戶移除。',

  'notice.phone_changed.subject': '你在 {app} 的帳戶手機號碼已變更',
  'notice.phone_changed.text': '你在 {app} 的帳戶手機號碼已從 {from} 變更為 {to}。',
  'notice.phone_added.subject': '你在 {app} 的帳戶新增了手機號碼',
  'notice.phone_added.text': '手機號碼 {to} 已加入你在 {app} 的帳戶。',
  'notice.phone_removed.subject': '你在 {app} 的帳戶手機號碼已移除',
  'notice.phone_removed.text': '手機號碼 {from} 已從你在 {app} 的帳戶移除。',

  'notice.username_changed.subject': '你在 {app} 的帳戶使用者名稱已變更',
  'notice.username_changed.text': '你在 {app} 的帳戶使用者名稱已變更。',

  'notice.identity_linked.subject': '你在 {app} 的帳戶已連結 {provider}',
  'notice.identity_linked.text': '能登入該 {provider} 帳戶的人，現在也能登入你在 {app} 的帳戶。',
  'notice.identity_unlinked.subject': '你在 {app} 的帳戶已解除與 {provider} 的連結',
  'notice.identity_unlinked.text': '你無法再用 {provider} 登入 {app}。',

  'notice.device_added.subject': '有新裝置登入你在 {app} 的帳戶',
  'notice.device_added.text': '有人在我們沒見過的裝置上登入了你在 {app} 的帳戶。',

  'notice.locked_out.subject': '你在 {app} 的帳戶有太多次失敗的嘗試',
  'notice.locked_out.text':
    '有人為你在 {app} 的帳戶多次輸入錯誤的密碼或驗證碼，因此我們暫時不接受任何嘗試。沒有人登入成功。',
  'notice.locked_out.advice': '如果是你，請稍候再試。如果不是，請確認你的密碼夠長，而且沒有用在其他地方。',
};
