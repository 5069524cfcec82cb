/** What the pages say. English decides which sentences there are; the other languages follow or do not compile. */
export const pages = {
  noScript: 'This page needs JavaScript. Turn it on in your browser, then reload the page.',

  // Around every page
  'footer.language': 'Language',
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

  // Sign in
  'signin.task': 'Sign in',
  'signin.heading': 'Sign in to {app}',
  'signin.action': 'Sign in',
  'signin.busy': 'Signing in…',
  'signin.locked_until': 'Too many tries. For your safety, signing in this way is paused until {time}.',
  'signin.new_here': 'New here?',
  'signin.create_account': 'Create account',

  // Create an account
  'register.task': 'Create account',
  'register.heading': 'Create your {app} account',
  'register.step': 'Step {step} of {steps}',
  'register.continue': 'Continue',
  'register.checking': 'Checking…',
  'register.change': 'Change',
  'register.password_heading': 'Choose a password',
  'register.action': 'Create account',
  'register.busy': 'Creating your account…',
  'register.have_account': 'Already have an account?',
  'register.sign_in': 'Sign in',
  'register.closed_heading': 'New accounts can’t be created here',
  'register.closed_lead': 'If you already have an account, you can sign in with it.',

  // Allow an app of somebody else
  'consent.task': 'Allow access',
  'consent.heading': '{app} asks for your permission',
  'consent.stranger': 'An app of somebody else, not of {tenant}',
  'consent.as': 'Signed in as',
  'consent.will': 'The app will be able to:',
  'consent.at_resource': 'At {resource}:',
  'consent.will_not': 'The app won’t be able to:',
  'consent.scope_minimum': 'Recognise you when you come back',
  'consent.scope_other': 'Use “{scope}”',
  'consent.scope.profile': 'See your name, username and picture',
  'consent.scope.email': 'See your email address',
  'consent.scope.phone': 'See your phone number',
  'consent.scope.address': 'See your postal address',
  'consent.scope.custom_data': 'See additional data that is kept about you',
  'consent.scope.identities': 'See your linked accounts',
  'consent.scope.roles': 'See your roles',
  'consent.scope.offline_access': 'Stay connected while you aren’t using it',
  'consent.scope.urn_logto_scope_sessions': 'See which devices you’re signed in on',
  'consent.scope.urn_logto_scope_trusted_devices': 'See which devices you trust',
  'consent.scope.urn_logto_scope_organizations': 'See which organizations you belong to',
  'consent.scope.urn_logto_scope_organization_roles': 'See your roles in your organizations',
  'consent.not_password': 'See your password',
  'consent.not_change': 'Change your account',
  'consent.allow': 'Allow',
  'consent.cancel': 'Cancel',
  'consent.busy': 'One moment…',
  'consent.return': 'After this, you go back to {app}.',

  // No sign-in under way
  'over.task': 'Start from the app',
  'over.heading': 'Start from the app you want to open',
  'over.lead': 'Signing in took too long, was already finished, or didn’t begin here.',
  'over.go_on': 'Go on',
  'over.open_demo': 'Open the demo app',

  // Something went wrong
  'error.task': 'This didn’t work',
  'error.heading': 'This didn’t work',
  'error.lead': 'The request can’t be answered.',
  'error.next':
    'Go back to the app you came from and start again. If it stays so, give the line below to the people who run it.',

  // The demo app
  'demo.task': 'Live preview',
  'demo.heading': 'Live preview',
  'demo.lead':
    'This page is a small app of its own. It signs you in as any other app does, and shows what it gets to know about you.',
  'demo.loading': 'Loading…',
  'demo.signIn': 'Sign in',
  'demo.signInAgain': 'Sign in again',
  'demo.signedIn': 'You’re signed in. This is what the app knows about you.',
  'demo.signOut': 'Sign out',
  'demo.failed': 'Signing in didn’t finish. Nothing was shared with this app.',
  'demo.unknownAnswer': 'This answer belongs to no sign-in of this tab. Sign in again.',
  'demo.howToEnable': 'An administrator turns it on with this request:',
  'demo.account': 'Your account',
  'demo.noName': 'No name yet',
  'demo.noFields': 'The administrator shows none of the fields that could be changed here.',
  'demo.field.name': 'Name',
  'demo.field.avatar': 'Picture',
  'demo.field.username': 'Username',
  'demo.avatarHint': 'The web address of a picture, beginning with https://.',
  'demo.save': 'Save',
  'demo.saving': 'Saving…',
  'demo.saved': 'Saved.',
  'demo.nothingToSave': 'Nothing is different yet, so there is nothing to save.',
  'demo.claims': 'What the app was told',
  'demo.claimsHint': 'These facts came with your sign-in.',

  // Steps of the protocol
  'signOut.title': 'Sign out',
  'signOut.inProgress': 'Signing you out…',
  'signOut.confirm': 'Sign out',
  'signOut.done': 'You’re signed out. You can close this page.',
  'protocolError.title': 'This didn’t work',

  // Values
  'value.notSet': 'Not set',
} as const;
