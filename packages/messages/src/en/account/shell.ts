/** What stands around every account page, and the overview. */
export const shell = {
  'account.task': 'Account',
} as const;
