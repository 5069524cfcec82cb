/**
 * What mails and text messages say. English decides which sentences there are; the other languages follow or do not compile.
 *
 * `app` is the name of the application or, without one, of the installation. No sentence of a code's message holds a name
 * that a person has chosen: such mails go to addresses that nobody has proven, and a name can be an advertisement.
 */
export const mails = {
  // Around every mail
  'layout.sent_by': 'Sent by {app}, {host}',
  'layout.fact': '{label}: {value}',

  // Codes: subject, the sentence above the code, what to think when it comes unasked, and the text message
  'code.valid': '{minutes, plural, one {The code is valid for # minute.} other {The code is valid for # minutes.}}',
  'code.secret': 'Give it to nobody. We never ask for it by phone or in a chat.',
  'code.secret_short': 'Give it to nobody.',

  'code.sign_in.subject': 'Your code to sign in to {app}',
  'code.sign_in.subject_with_code': '{code} is your code to sign in to {app}',
  'code.sign_in.lead': 'Enter this code to sign in to {app}.',
  'code.sign_in.unasked':
    'Not you? Then somebody typed your address, probably by mistake. Without the code nobody gets in, and you can delete this mail.',
  'code.sign_in.sms': '{code} is your code to sign in to {app}.',

  'code.register.subject': 'Your code to create an account at {app}',
  'code.register.subject_with_code': '{code} is your code to create an account at {app}',
  'code.register.lead': 'Enter this code to create your account at {app}.',
  'code.register.unasked':
    'Not you? Then somebody typed your address, probably by mistake. Without the code no account is created, and you can delete this mail.',
  'code.register.sms': '{code} is your code to create an account at {app}.',

  'code.forgot_password.subject': 'Your code to reset your password at {app}',
  'code.forgot_password.lead': 'Enter this code to choose a new password at {app}.',
  'code.forgot_password.unasked':
    'Not you? Then somebody asked for a new password in your place. Yours stays as it is as long as nobody else has this code.',
  'code.forgot_password.sms': '{code} is your code to reset your password at {app}.',

  'code.generic.subject': 'Your verification code for {app}',
  'code.generic.lead': 'Enter this code at {app}.',
  'code.generic.unasked':
    'Not you? Then somebody typed your address, probably by mistake. Without the code nothing happens, and you can delete this mail.',
  'code.generic.sms': '{code} is your verification code for {app}.',

  'code.confirm_yourself.subject': 'Your code to confirm that it’s you at {app}',
  'code.confirm_yourself.lead': 'Enter this code to confirm that it’s you who is changing your account at {app}.',
  'code.confirm_yourself.unasked':
    'Not you? Then somebody else may be signed in to your account. Change your password, and keep the code to yourself.',
  'code.confirm_yourself.sms': '{code} is your code to confirm that it’s you at {app}.',

  'code.confirm_address.subject': 'Your code to confirm this address for {app}',
  'code.confirm_address.subject_with_code': '{code} is your code to confirm this address for {app}',
  'code.confirm_address.lead': 'Enter this code to add this address to your account at {app}.',
  'code.confirm_address.unasked':
    'Not you? Then somebody typed your address, probably by mistake. Without the code it’s added to no account, and you can delete this mail.',
  'code.confirm_address.sms': '{code} is your code to add this number to your account at {app}.',

  'code.second_step.subject': 'Your code for the second step at {app}',
  'code.second_step.lead': 'Enter this code as the second step of signing in to {app}.',
  'code.second_step.unasked':
    'Not you? Then somebody knows your password. Sign in and change it, and keep the code to yourself.',
  'code.second_step.sms': '{code} is your code for the second step at {app}.',

  'code.add_second_step.subject': 'Your code to turn on two-step verification at {app}',
  'code.add_second_step.lead': 'Enter this code to use this address as the second step of signing in to {app}.',
  'code.add_second_step.unasked':
    'Not you? Then somebody else may be signed in to your account. Change your password, and keep the code to yourself.',
  'code.add_second_step.sms': '{code} is your code to turn on two-step verification at {app}.',

  // Notices: what happened to an account, told after it has
  'notice.when': 'When',
  'notice.device': 'Device',
  'notice.ip': 'IP address',
  'notice.utc': '{time} (UTC)',
  'notice.device_name': '{browser} on {system}',
  'notice.by_administrator': 'An administrator made this change.',
  'notice.nothing_to_do': 'If this was you, there’s nothing more to do.',
  'notice.not_you': 'If it wasn’t you, sign in and change your password right away.',
  'notice.not_you_support':
    'If it wasn’t you, sign in and change your password right away. If you can’t, ask for help: {support}',
  'notice.not_you_short': 'Not you? Change your password right away.',

  'notice.password_changed.subject': 'Your password at {app} was changed',
  'notice.password_changed.text': 'The password of your account at {app} was changed.',
  'notice.password_set.subject': 'Your account at {app} has a password now',
  'notice.password_set.text': 'A password was set for your account at {app}.',
  'notice.password_removed.subject': 'Your password at {app} was removed',
  'notice.password_removed.text': 'The password of your account at {app} was removed.',

  'notice.factor_added.subject': 'A second step was added to your account at {app}',
  'notice.factor_added.text': 'A way to confirm your sign-in was added to your account at {app}.',
  'notice.factor_changed.subject': 'A second step of your account at {app} was changed',
  'notice.factor_changed.text': 'A way to confirm your sign-in was changed in your account at {app}.',
  'notice.factor_removed.subject': 'A second step was removed from your account at {app}',
  'notice.factor_removed.text': 'A way to confirm your sign-in was removed from your account at {app}.',

  'notice.email_changed.subject': 'The email address of your account at {app} was changed',
  'notice.email_changed.text': 'The email address of your account at {app} was changed from {from} to {to}.',
  'notice.email_added.subject': 'An email address was added to your account at {app}',
  'notice.email_added.text': 'The email address {to} was added to your account at {app}.',
  'notice.email_removed.subject': 'The email address of your account at {app} was removed',
  'notice.email_removed.text': 'The email address {from} was removed from your account at {app}.',

  'notice.phone_changed.subject': 'The phone number of your account at {app} was changed',
  'notice.phone_changed.text': 'The phone number of your account at {app} was changed from {from} to {to}.',
  'notice.phone_added.subject': 'A phone number was added to your account at {app}',
  'notice.phone_added.text': 'The phone number {to} was added to your account at {app}.',
  'notice.phone_removed.subject': 'The phone number of your account at {app} was removed',
  'notice.phone_removed.text': 'The phone number {from} was removed from your account at {app}.',

  'notice.username_changed.subject': 'The username of your account at {app} was changed',
  'notice.username_changed.text': 'The username of your account at {app} was changed.',

  'notice.identity_linked.subject': 'Your account at {app} was linked to {provider}',
  'notice.identity_linked.text': 'Whoever signs in to that account at {provider} can now sign in to yours at {app}.',
  'notice.identity_unlinked.subject': 'Your account at {app} is no longer linked to {provider}',
  'notice.identity_unlinked.text': 'You can no longer sign in to {app} with {provider}.',

  'notice.device_added.subject': 'Your account at {app} was used on a new device',
  'notice.device_added.text': 'Somebody signed in to your account at {app} on a device that we haven’t seen before.',

  'notice.locked_out.subject': 'Too many failed attempts at your account at {app}',
  'notice.locked_out.text':
    'Somebody entered a wrong password or code for your account at {app} so often that we let nobody try for a while. Nobody got in.',
  'notice.locked_out.advice':
    'If this was you, wait a while and try again. If it wasn’t, make sure that your password is long and used nowhere else.',
} as const;
