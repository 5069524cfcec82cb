import type { socialVerificationRoutes } from '@freehold/contract';
import { type SocialNeeds, startSocial } from '../connectors/index.ts';
import { newRecordId } from '../lib/index.ts';
import { type Operation, Problem } from '../operation/index.ts';
import { RECORD_LIFETIME_MS } from './create-permission-record.ts';
import { insertSocialRecord } from './social-records.store.ts';

/**
 * Begins to prove an identity at a provider. The record belongs to the caller's session and client: a callback that an
 * attacker has begun is worth nothing in anybody else's browser, nor the other way round.
 */
export const startSocialVerification =
  (needs: SocialNeeds): Operation<(typeof socialVerificationRoutes)['startSocialVerification']> =>
  async (context, { body }) => {
    const { database, principal, now } = context;
    const id = newRecordId();
    const { authorizationUri, session } = await startSocial(context, needs, { ...body, jti: id });
    const expiresAt = new Date(now.getTime() + RECORD_LIFETIME_MS);
    const data = { connectorId: body.connectorId, session };
    // Deleted since the token was judged.
    if ((await insertSocialRecord(database, principal, { id, data, now, expiresAt })) === 0) {
      throw new Problem('auth.unauthorized');
    }
    return { verificationRecordId: id, authorizationUri, expiresAt: expiresAt.toISOString() };
  };
