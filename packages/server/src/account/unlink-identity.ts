import type { identityRoutes } from '@freehold/contract';
import { providerName } from '../connectors/index.ts';
import type { Operation } from '../operation/index.ts';
import { unlinkIdentity as unlink } from '../users/index.ts';
import { changeAccount } from './change-account.ts';
import { assertIdentifierRemains } from './last-identifier.ts';

/** Unlinks an identity of the caller's, unless it is the last way to sign in. */
export const unlinkIdentity: Operation<(typeof identityRoutes)['unlinkIdentity']> = async (
  context,
  { params: { target } },
) => {
  const { principal, database, now } = context;
  const { tenantId } = principal;
  const provider = await providerName(database, tenantId, target);
  await changeAccount(context, async change => {
    await unlink(change, tenantId, { target, provider }, now);
    // After the removal: what is counted is what is left.
    await assertIdentifierRemains(change.tx, tenantId, change.user, {});
  });
  return undefined;
};
