/** What more than one of our pages says: how a page is doing, what a field is called, what a code or a password needs. */
export const common = {
  // Around every page
  'footer.language': 'Language',
  'footer.language_failed': 'That language couldn’t be loaded. Check your connection and choose it again.',
  'footer.terms': 'Terms of use',
  'footer.privacy': 'Privacy',
  'footer.help': 'Help',

  // How a page is doing
  'state.slow': 'This is taking longer than usual.',
  'state.offline': 'You’re offline. What you typed is kept.',
  'state.outcome_checking': 'We don’t know yet whether your change arrived. Checking…',
  'state.outcome_arrived': 'Your change arrived.',
  'state.outcome_lost': 'Your change didn’t arrive. Nothing was changed, and you can try again.',
  'problem.network':
    'We couldn’t reach the service and don’t know whether that arrived. Check your connection and try again.',
  'problem.unknown': 'This didn’t work. Try again in a moment.',
  'problem.unknown_with_id':
    'This didn’t work. Try again in a moment. If it stays so, mention {id} when you ask for help.',

  // What people sign in with
  'identifier.username': 'Username',
  'identifier.email': 'Email address',
  'identifier.phone': 'Phone number',
  'identifier.username_email': 'Username or email address',
  'identifier.username_phone': 'Username or phone number',
  'identifier.email_phone': 'Email address or phone number',
  'identifier.username_email_phone': 'Username, email address or phone number',
  'identifier.missing': 'Enter what you sign in with.',
  'identifier.phone_hint': 'Begin a phone number with its country code, such as +886.',
  'identifier.phone_without_country': 'Begin the phone number with its country code, such as +886.',
  'identifier.not_an_email': 'This isn’t an email address. Check what you typed.',
  'identifier.not_a_phone_number': 'This isn’t a phone number. Check what you typed.',

  'username.hint': 'Letters, digits and underscores. It can’t begin with a digit.',
  'username.charset': 'Use only the letters A to Z, digits and underscores, and don’t begin with a digit.',
  'username.missing': 'Choose a username.',

  'password.label': 'Password',
  'password.missing': 'Enter a password.',
  'password.show': 'Show password',
  'password.hide': 'Hide password',

  // What a new password must be, as a list, and why one was refused
  'password.rules': 'What the password needs',
  'password.rule.length':
    'At least {min, plural, one {# character} other {# characters}}. Spaces and any letters are fine.',
  'password.rule.too_long': 'At most {max, plural, one {# character} other {# characters}}',
  'password.rule.character_types':
    '{types, plural, one {# of these: capital letters, small letters, digits, symbols} other {A mix of # of these: capital letters, small letters, digits, symbols}}',
  'password.rule.pwned': 'Not known from a data leak',
  'password.rule.pattern': 'No repetitions or sequences, such as “aaaa” or “1234”',
  'password.rule.user_info': 'Without your name, username, email address or phone number',
  'password.rule.words': 'Without words that can’t be used here',
  'password.rule.unsupported': 'Without characters that can’t be used',
  'password.state.met': 'Done.',
  'password.state.refused': 'Not yet.',
  'password.refused.length': '{min, plural, one {Use at least # character.} other {Use at least # characters.}}',
  'password.refused.too_long': '{max, plural, one {Use at most # character.} other {Use at most # characters.}}',
  'password.refused.character_types':
    '{types, plural, one {Use at least # of these: capital letters, small letters, digits, symbols.} other {Mix at least # of these: capital letters, small letters, digits, symbols.}}',
  'password.refused.pwned': 'This password has appeared in a data leak. Choose another one.',
  'password.refused.pattern': 'Don’t build the password from repetitions or sequences.',
  'password.refused.user_info': 'Don’t use your name, username, email address or phone number in the password.',
  'password.refused.words': 'This password has a word that can’t be used here. Choose another one.',
  'password.refused.unsupported': 'This password has characters that can’t be used. Leave them out.',

  // The code that was sent
  'code.task': 'Enter the code',
  'code.lead_if_email': 'If there is an account for this address, we’ve sent it a 6-digit code.',
  'code.lead_if_phone': 'If there is an account for this number, we’ve sent it a 6-digit code.',
  'code.lead_email': 'We’ve sent a 6-digit code to this address.',
  'code.lead_phone': 'We’ve sent a 6-digit code to this number.',
  'code.times': 'Sent at {sent}, works until {until}.',
  'code.label': 'Code',
  'code.missing': 'Enter the 6 digits of the code.',
  'code.tries_left': 'That code isn’t right. {tries, plural, one {# try left.} other {# tries left.}}',
  'code.resend': 'Send a new code',
  'code.resend_in': 'Send a new code (in {seconds} s)',
  'code.wait': 'You can ask for a new code in {seconds, plural, one {# second} other {# seconds}}.',
  'code.sending': 'Sending…',
  'code.resent': 'A new code is on its way. Use the one from the newest message ({sent}).',
  'code.newest': 'Use the code from the newest message ({sent}).',
  'code.minute_left': 'The code works for {seconds, plural, one {# more second} other {# more seconds}}.',
  'code.over': 'This code no longer works. Ask for a new one.',
  'code.limited_until': 'You’ve asked for many codes. You can ask again at {time}.',
  'code.locked_until': 'Too many tries. For your safety, entering codes is paused until {time}.',
  'code.cannot_send': 'We can’t send messages right now. Try again later, or choose another way.',
  'code.not_there_email': 'Nothing there? Look in your spam folder, or change the address.',
  'code.not_there_phone': 'Nothing there? It can take a minute. Check the number, or change it.',
  'code.inbox': 'This is a development server: messages arrive in its inbox.',
  'code.open_inbox': 'Open the inbox',

  // Values
  'value.notSet': 'Not set',

  'step.locked_until': 'Too many tries. For your safety, signing in this way is paused until {time}.',
  'step.checking': 'Checking…',
  'step.continue': 'Continue',

  'session.not_signed_in': 'You’re not signed in',
  'session.sign_in_again': 'Sign in',
  'session.unknown_answer': 'This answer belongs to no sign-in of this tab. Sign in again.',
} as const;
