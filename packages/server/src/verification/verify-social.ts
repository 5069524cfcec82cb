import type { socialVerificationRoutes } from '@freehold/contract';
import { finishSocial, type SocialNeeds } from '../connectors/index.ts';
import { type Operation, Problem } from '../operation/index.ts';
import { sealIdentity } from './social-identity.ts';
import { claimSocialRecord, findPendingSocialRecord, markSocialRecordVerified } from './social-records.store.ts';

/**
 * Proves an identity at a provider by what came back from there.
 *
 * The beginning is used up before the provider is asked, and stays used up when the exchange fails: a provider's code
 * serves once, and a second try with it could only be somebody else's.
 */
export const verifySocial =
  (needs: SocialNeeds): Operation<(typeof socialVerificationRoutes)['verifySocial']> =>
  async (context, { body: { verificationRecordId: id, connectorData: data } }) => {
    const { database, principal, now } = context;
    const record = await findPendingSocialRecord(database, principal, id, now);
    if (!record?.data.session) throw new Problem('verification_record.not_found');
    const { connectorId, session } = record.data;
    const identity = await finishSocial(context, needs, {
      ...{ connectorId, jti: id, session, data },
      requireState: principal.stepUp.preset !== 'compatible',
      consume: async () => {
        const claimed = await claimSocialRecord(database, principal, id, now);
        if (claimed === 0) throw new Problem('verification_record.not_found');
      },
    });
    const sealed = sealIdentity(needs.envelope, principal.tenantId, id, identity);
    const verified = await markSocialRecordVerified(database, principal, id, { connectorId, identity: sealed }, now);
    if (verified === 0) throw new Problem('verification_record.not_found');
    return { verificationRecordId: id };
  };
