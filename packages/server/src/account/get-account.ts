import { OneTripRead } from '../operation/index.ts';
import { findOwnAccount } from './account.store.ts';
import { visibleAccount } from './visible-account.ts';
import { requireOpen } from './visible-members.ts';

/** Reads the account: token, session, grant, status and policy are judged where the row is read. */
export const getAccount = new OneTripRead(async ({ database, tenantId, tokenHash, now }) => {
  const row = requireOpen(await findOwnAccount(database, tenantId, tokenHash, now));
  return visibleAccount(row, row.scope_bits);
});
