import type { codeVerificationRoutes } from '@freehold/contract';
import type { KeyRing } from '../lib/index.ts';
import { type Operation, Problem } from '../operation/index.ts';
import { normalizeAddress } from './addresses.ts';
import { checkCode } from './check-code.ts';
import { findCodeRecord, keepsAddress, markCodeRecordVerified } from './code-records.store.ts';
import { codeTarget } from './sentinel.ts';

/**
 * Verifies the record of a code that was sent. The record must be the caller's own, made by the same session and client:
 * who has got hold of its id elsewhere is told that there is none.
 */
export const verifyVerificationCode =
  (needs: { readonly keys: KeyRing }): Operation<(typeof codeVerificationRoutes)['verifyVerificationCode']> =>
  async (context, { body }) => {
    const { database, principal, tenant, now, origin } = context;
    const { type: channel, value } = body.identifier;
    const id = body.verificationId ?? body.verificationRecordId ?? '';
    const record = await findCodeRecord(database, principal, { id, channel }, now);
    if (!record) throw new Problem('verification_record.not_found');
    const { purpose } = record;
    const data = { method: channel, purpose };
    await checkCode(
      context,
      needs,
      {
        id,
        channel,
        // The own one was meant when the code was asked for; whether it still is, is judged below.
        address: value === undefined ? record.address : normalizeAddress(channel, value),
        code: body.code,
        ip: origin.ip,
        // The address that the code went to, not the one that is said: that one could be a stranger's, or another each time.
        target: codeTarget(needs.keys, principal.userId, channel, record.address),
        failure: { type: 'proof-failed', userId: principal.userId, data },
      },
      async ({ tx, emit }) => {
        // What was the user's own address when the code was sent proves nothing once it is no more.
        const isStill = purpose !== 'permission' || (await keepsAddress(tx, principal, { ...record, channel }));
        if (!isStill || (await markCodeRecordVerified(tx, tenant.id, id, now)) === 0) {
          throw new Problem('verification_record.not_found');
        }
        if (purpose === 'permission') {
          await emit({ type: 'proof-given', userId: principal.userId, data: { method: channel } });
        }
      },
    );
    return { verificationRecordId: id };
  };
