import { OneTripRead, Problem } from '../operation/index.ts';
import { findOwnAccount } from './account.store.ts';
import { holdsOpenid, visibleAccount } from './visible-account.ts';

/** Reads the account: token, session, grant, status and policy are judged where the row is read. */
export const getAccount = new OneTripRead(async ({ database, tenantId, tokenHash, now }) => {
  const row = await findOwnAccount(database, tenantId, tokenHash, now);
  if (!row) throw new Problem('auth.unauthorized');
  if (!holdsOpenid(row.scope_bits)) throw new Problem('auth.forbidden');
  if (!row.enabled) throw new Problem('account_center.not_enabled');
  return visibleAccount(row, row.scope_bits);
});
