import type { User, userIdentityRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { changeUser } from './change-user.ts';
import type { IdentityDependencies } from './identity-dependencies.ts';
import { linkIdentity } from './link-identity.ts';
import { readUser } from './user-view.ts';

/** Links the identity that a service has had somebody prove. */
export const linkUserIdentity =
  ({ identifySocial, envelope }: IdentityDependencies): Operation<typeof userIdentityRoutes.linkUserIdentity> =>
  async (context, { params: { userId }, body: { connectorId, connectorData } }): Promise<User['identities']> => {
    const { database, tenant, now } = context;
    // Before the provider's code is spent on nobody.
    await readUser(database, tenant.id, userId);
    const { target, provider, user, tokens } = await identifySocial(context, connectorId, connectorData);
    const { issuer = null, ...details } = user;
    const identity = { target, identity_id: user.id, details, issuer, connector_id: connectorId };
    const given = tokens && { connectorId, tokens, envelope };
    const changed = await changeUser(context, userId, change =>
      linkIdentity(change, tenant.id, { identity, provider, given }, { existing: 'refuse', now }).catch(asInUse),
    );
    return changed.identities;
  };

/** A service has one answer for both: the identity, or its place, is taken. */
function asInUse(error: unknown): never {
  const isTaken = error instanceof Problem && error.code === 'user.identity_already_in_use';
  throw isTaken ? new Problem('user.identity_already_in_use') : error;
}
