import type { Translated } from '../../catalogue.ts';
import type { password as english } from '../../en/account/password.ts';

export const password: Translated<typeof english> = {
  'password.change': '更改密码',
  'password.create': '创建密码',
  'password.heading_change': '更改您的密码',
  'password.heading_create': '创建密码',
  'password.lead_create': '您还没有密码。创建之后，也可以用密码登录。',
  'password.is_set': '已设置',
  'password.new': '新密码',
  'password.ends_others': '您的其他设备将会退出登录，这台设备保持登录。',
  'password.others_ended': '您的其他设备已退出登录，这台设备保持登录。',
  'password.done_change': '您的密码已更改。',
  'password.done_create': '您的密码已创建。',
  'password.unknown': '我们无法确认新密码是否已保存。请再提交一次：如果它已经在使用，我们会告诉您。',
  'password.no_identifier': '要用密码登录，您还需要用户名、电子邮件地址或手机号码。请另外添加一个。',
  'closed.off': '您的账号不提供此功能。',
  'closed.back': '返回安全',
  'password.confirms_first': '我们会请您确认是您本人。',
  'told.email': '我们会将此事发送邮件通知到 {address}。',
  'told.phone': '我们会将此事发送短信通知到 {address}。',
  'told.nobody': '我们没有可以通知您的电子邮件地址或手机号码。请添加一个，以便我们提醒您。',
};
