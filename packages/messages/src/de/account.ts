import type { AccountMessages } from '../catalogue.ts';

export const account: AccountMessages = {
  'account.task': 'Konto',
};
