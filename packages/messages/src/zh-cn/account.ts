import type { AccountMessages } from '../catalogue.ts';

export const account: AccountMessages = {
  'account.task': '账户',
};
