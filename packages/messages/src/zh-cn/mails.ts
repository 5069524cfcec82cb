import type { MailMessages } from '../catalogue.ts';

/** Terms: 账号, 登录, 验证码, 两步验证, 设备. People are addressed as 您. Han and Latin are separated by a space, punctuation is full-width. */
export const mails: MailMessages = {
  'layout.sent_by': '由 {app} 发送，{host}',
  'layout.fact': '{label}：{value}',

  'code.valid': '{minutes, plural, other {验证码在 # 分钟内有效。}}',
  'code.secret': '请勿告诉任何人。我们绝不会通过电话或聊天向您索取。',
  'code.secret_short': '请勿告诉任何人。',

  'code.sign_in.subject': '您登录 {app} 的验证码',
  'code.sign_in.subject_with_code': '{app} 登录验证码：{code}',
  'code.sign_in.lead': '请输入这个验证码，登录 {app}。',
  'code.sign_in.unasked': '不是您本人？可能有人误填了您的地址。没有验证码就无法登录，您可以直接删除这封邮件。',
  'code.sign_in.sms': '{code} 是您登录 {app} 的验证码。',

  'code.register.subject': '您在 {app} 创建账号的验证码',
  'code.register.subject_with_code': '{app} 创建账号的验证码：{code}',
  'code.register.lead': '请输入这个验证码，在 {app} 创建账号。',
  'code.register.unasked': '不是您本人？可能有人误填了您的地址。没有验证码就不会创建账号，您可以直接删除这封邮件。',
  'code.register.sms': '{code} 是您在 {app} 创建账号的验证码。',

  'code.forgot_password.subject': '您在 {app} 重置密码的验证码',
  'code.forgot_password.lead': '请输入这个验证码，为 {app} 设置新密码。',
  'code.forgot_password.unasked':
    '不是您本人？有人以您的名义请求了新密码。只要别人没有这个验证码，您的密码就不会改变。',
  'code.forgot_password.sms': '{code} 是您在 {app} 重置密码的验证码。',

  'code.generic.subject': '您在 {app} 的验证码',
  'code.generic.lead': '请在 {app} 输入这个验证码。',
  'code.generic.unasked': '不是您本人？可能有人误填了您的地址。没有验证码就不会发生任何事，您可以直接删除这封邮件。',
  'code.generic.sms': '{code} 是您在 {app} 的验证码。',

  'code.confirm_yourself.subject': '在 {app} 确认是您本人的验证码',
  'code.confirm_yourself.lead': '请输入这个验证码，确认是您本人正在更改 {app} 的账号。',
  'code.confirm_yourself.unasked': '不是您本人？可能有其他人登录了您的账号。请更改密码，并且不要把验证码告诉别人。',
  'code.confirm_yourself.sms': '{code} 是您在 {app} 确认身份的验证码。',

  'code.confirm_address.subject': '为 {app} 确认这个地址的验证码',
  'code.confirm_address.subject_with_code': '{app} 确认这个地址的验证码：{code}',
  'code.confirm_address.lead': '请输入这个验证码，把这个地址添加到您在 {app} 的账号。',
  'code.confirm_address.unasked':
    '不是您本人？可能有人误填了您的地址。没有验证码就不会添加到任何账号，您可以直接删除这封邮件。',
  'code.confirm_address.sms': '{code} 是把这个号码添加到您 {app} 账号的验证码。',

  'code.second_step.subject': '{app} 第二步的验证码',
  'code.second_step.lead': '请输入这个验证码，完成登录 {app} 的第二步。',
  'code.second_step.unasked': '不是您本人？那么有人知道您的密码。请登录并更改密码，并且不要把验证码告诉别人。',
  'code.second_step.sms': '{code} 是您登录 {app} 第二步的验证码。',

  'code.add_second_step.subject': '在 {app} 开启两步验证的验证码',
  'code.add_second_step.lead': '请输入这个验证码，把这个地址用作登录 {app} 的第二步。',
  'code.add_second_step.unasked': '不是您本人？可能有其他人登录了您的账号。请更改密码，并且不要把验证码告诉别人。',
  'code.add_second_step.sms': '{code} 是您在 {app} 开启两步验证的验证码。',

  'notice.when': '时间',
  'notice.device': '设备',
  'notice.ip': 'IP 地址',
  'notice.utc': '{time} (UTC)',
  'notice.device_name': '{system} 上的 {browser}',
  'notice.by_administrator': '这项更改由管理员执行。',
  'notice.nothing_to_do': '如果是您本人，就不需要再做什么。',
  'notice.not_you': '如果不是您，请立即登录并更改密码。',
  'notice.not_you_support': '如果不是您，请立即登录并更改密码。若无法登录，请寻求帮助：{support}',
  'notice.not_you_short': '不是您本人？请立即更改密码。',

  'notice.password_changed.subject': '您在 {app} 的密码已更改',
  'notice.password_changed.text': '您在 {app} 的账号密码已更改。',
  'notice.password_set.subject': '您在 {app} 的账号已设置密码',
  'notice.password_set.text': '您在 {app} 的账号已设置密码。',
  'notice.password_removed.subject': '您在 {app} 的密码已移除',
  'notice.password_removed.text': '您在 {app} 的账号密码已移除。',

  'notice.factor_added.subject': '您在 {app} 的账号添加了第二步',
  'notice.factor_added.text': '您在 {app} 的账号添加了一种确认登录的方式。',
  'notice.factor_changed.subject': '您在 {app} 的账号第二步已更改',
  'notice.factor_changed.text': '您在 {app} 的账号中，一种确认登录的方式已更改。',
  'notice.factor_removed.subject': '您在 {app} 的账号移除了第二步',
  'notice.factor_removed.text': '您在 {app} 的账号移除了一种确认登录的方式。',

  'notice.email_changed.subject': '您在 {app} 的账号邮箱地址已更改',
  'notice.email_changed.text': '您在 {app} 的账号邮箱地址已从 {from} 更改为 {to}。',
  'notice.email_added.subject': '您在 {app} 的账号添加了邮箱地址',
  'notice.email_added.text': '邮箱地址 {to} 已添加到您在 {app} 的账号。',
  'notice.email_removed.subject': '您在 {app} 的账号邮箱地址已移除',
  'notice.email_removed.text': '邮箱地址 {from} 已从您在 {app} 的账号移除。',

  'notice.phone_changed.subject': '您在 {app} 的账号手机号码已更改',
  'notice.phone_changed.text': '您在 {app} 的账号手机号码已从 {from} 更改为 {to}。',
  'notice.phone_added.subject': '您在 {app} 的账号添加了手机号码',
  'notice.phone_added.text': '手机号码 {to} 已添加到您在 {app} 的账号。',
  'notice.phone_removed.subject': '您在 {app} 的账号手机号码已移除',
  'notice.phone_removed.text': '手机号码 {from} 已从您在 {app} 的账号移除。',

  'notice.username_changed.subject': '您在 {app} 的账号用户名已更改',
  'notice.username_changed.text': '您在 {app} 的账号用户名已更改。',

  'notice.identity_linked.subject': '您在 {app} 的账号已关联 {provider}',
  'notice.identity_linked.text': '能登录该 {provider} 账号的人，现在也能登录您在 {app} 的账号。',
  'notice.identity_unlinked.subject': '您在 {app} 的账号已解除与 {provider} 的关联',
  'notice.identity_unlinked.text': '您无法再用 {provider} 登录 {app}。',

  'notice.device_added.subject': '有新设备登录您在 {app} 的账号',
  'notice.device_added.text': '有人在我们没见过的设备上登录了您在 {app} 的账号。',

  'notice.locked_out.subject': '您在 {app} 的账号有太多次失败的尝试',
  'notice.locked_out.text':
    '有人为您在 {app} 的账号多次输入错误的密码或验证码，因此我们暂时不接受任何尝试。没有人登录成功。',
  'notice.locked_out.advice': '如果是您，请稍后再试。如果不是，请确认您的密码足够长，而且没有用在其他地方。',
};
