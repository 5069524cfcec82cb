import type { subjectTokenRoutes } from '@freehold/contract';
import { newSecret, sha256 } from '../lib/index.ts';
import { type Operation, Problem } from '../operation/index.ts';
import { lockUser } from '../users/index.ts';
import { insertSubjectToken } from './subject-tokens.store.ts';

/** Seconds within which it must be exchanged. */
const LIFETIME = 600;

/** Makes a token with which an application can act as the user, once. Who asked and why is written down. */
export const createSubjectToken: Operation<typeof subjectTokenRoutes.createSubjectToken> = async (
  { tenant, now, actor, transaction },
  { body: { userId, context } },
) => {
  const subjectToken = `sub_${newSecret(43)}`;
  await transaction(async ({ tx, emit }) => {
    const user = await lockUser(tx, tenant.id, userId);
    if (!user) throw new Problem('entity.relation_foreign_key_not_found');
    // Not 401, which would tell the service that its own token is not good.
    if (user.is_suspended) throw new Problem('user.suspended', { status: 422 });
    await insertSubjectToken(tx, tenant.id, sha256(subjectToken), {
      user_id: userId,
      creator_kind: actor.kind,
      creator_id: actor.id,
      created_at: now,
      expires_at: new Date(now.getTime() + LIFETIME * 1000),
    });
    // The event alone keeps what was said about why, encrypted: it can be personal.
    await emit({ type: 'impersonation-granted', userId, ...(context !== undefined && { personal: { context } }) });
  });
  return { subjectToken, expiresIn: LIFETIME };
};
