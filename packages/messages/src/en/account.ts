/** What the account pages say, ours and those that applications mount. English decides which sentences there are. */
export const account = {
  'account.task': 'Account',
} as const;
