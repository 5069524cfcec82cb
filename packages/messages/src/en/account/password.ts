/** The password, and what the tasks of security have in common. */
export const password = {
  'password.change': 'Change password',
  'password.create': 'Create password',
  'password.heading_change': 'Change your password',
  'password.heading_create': 'Create a password',
  'password.lead_create': 'You don’t have a password yet. Once you have one, you can sign in with it too.',
  'password.is_set': 'Set',
  'password.new': 'New password',
  'password.ends_others': 'Your other devices will be signed out. This one stays signed in.',
  'password.others_ended': 'Your other devices were signed out. This one stays signed in.',
  'password.done_change': 'Your password was changed.',
  'password.done_create': 'Your password was created.',
  'password.unknown':
    'We couldn’t find out whether your new password was saved. Send it once more: if it is in use already, we’ll tell you.',
  'password.no_identifier':
    'To sign in with a password you also need a username, an email address or a phone number. Add one as well.',
  'closed.off': 'This isn’t available in your account.',
  'closed.back': 'Back to security',
  'password.confirms_first': 'We’ll ask you to confirm it’s you.',
  'told.email': 'We’re sending a message about it to {address}.',
  'told.phone': 'We’re sending a text message about it to {address}.',
  'told.nobody': 'We have no email address or phone number to tell you about it. Add one so that we can warn you.',
} as const;
