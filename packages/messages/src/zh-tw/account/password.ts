import type { Translated } from '../../catalogue.ts';
import type { password as english } from '../../en/account/password.ts';

export const password: Translated<typeof english> = {
  'password.change': '變更密碼',
  'password.create': '建立密碼',
  'password.heading_change': '變更你的密碼',
  'password.heading_create': '建立密碼',
  'password.lead_create': '你還沒有密碼。建立之後，也可以使用密碼登入。',
  'password.is_set': '已設定',
  'password.new': '新密碼',
  'password.ends_others': '你的其他裝置將會登出，這部裝置維持登入。',
  'password.others_ended': '你的其他裝置已登出，這部裝置維持登入。',
  'password.done_change': '你的密碼已變更。',
  'password.done_create': '你的密碼已建立。',
  'password.unknown': '我們無法確認新密碼是否已儲存。請再送出一次：如果它已經在使用中，我們會告訴你。',
  'password.no_identifier': '要使用密碼登入，你還需要使用者名稱、電子郵件地址或手機號碼。請另外新增一項。',
  'closed.off': '你的帳戶不提供這項功能。',
  'closed.back': '返回安全性',
  'password.confirms_first': '我們會請你確認是你本人。',
  'told.email': '我們會將通知寄到 {address}。',
  'told.phone': '我們會傳送簡訊通知到 {address}。',
  'told.nobody': '我們沒有可以通知你的電子郵件地址或手機號碼。請新增一項，以便我們提醒你。',
};
