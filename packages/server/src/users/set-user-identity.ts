import type { userIdentityRoutes } from '@freehold/contract';
import { type Operation, Reply } from '../operation/index.ts';
import { changeUser } from './change-user.ts';
import type { IdentityRow } from './identities.store.ts';
import type { IdentityDependencies } from './identity-dependencies.ts';
import { linkIdentity } from './link-identity.ts';

/** Sets the identity of a user as another system knows it. */
export const setUserIdentity =
  ({ providerName }: IdentityDependencies): Operation<typeof userIdentityRoutes.setUserIdentity> =>
  async (context, { params: { userId, target }, body }) => {
    const { database, tenant, now } = context;
    const provider = await providerName(database, tenant.id, target);
    // Nobody has said at which issuer: whichever the connector is pointed at is believed.
    const identity: IdentityRow = {
      ...{ target, identity_id: body.userId, details: body.details ?? null },
      ...{ issuer: null, connector_id: null },
    };
    let isNew = false;
    const { identities } = await changeUser(context, userId, async change => {
      isNew = await linkIdentity(change, tenant.id, { identity, provider }, { existing: 'replace', now });
    });
    return new Reply(identities, { status: isNew ? 201 : 200 });
  };
