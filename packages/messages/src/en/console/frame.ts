/** What stands around every page of the console, and its first page. */
export const frame = {
  'console.task': 'Console',
  'console.nav_home': 'Start',
  'console.nav_users': 'Users',
  'console.nav_connectors': 'Connectors',
  'console.nav_sign_in_experience': 'Sign-in experience',
  'console.nav_account_pages': 'Account pages',
  'console.nav_proof_policy': 'Proof policy',
  'console.try_again': 'Try again',
  'console.changes': '{count, plural, one {# change} other {# changes}}',
  'console.saved': 'Saved.',
  'console.discard': 'Discard',
  'console.save': 'Save',
  'console.saving': 'Saving…',
} as const;
