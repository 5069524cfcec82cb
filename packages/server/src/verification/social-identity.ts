import type { SocialIdentity } from '../connectors/index.ts';
import type { Transaction } from '../database/database.ts';
import { DecryptionError, type Envelope } from '../lib/index.ts';
import { type Principal, Problem } from '../operation/index.ts';
import { consumeSocialRecord } from './social-records.store.ts';

const aad = (tenantId: string, recordId: string) => ['verification_records', tenantId, recordId] as const;

/** Encrypts who came back, for the minutes between proof and use: it names people who may never become ours. */
export const sealIdentity = (
  envelope: Envelope,
  tenantId: string,
  recordId: string,
  identity: SocialIdentity,
): string => envelope.seal(JSON.stringify(identity), [...aad(tenantId, recordId)]);

/**
 * Uses up the caller's proof that they control an identity at a provider, in the transaction of the change.
 * @throws Problem 400 `verification_record.not_found` for a record that is unknown, another's, of another session or
 * client, of another purpose, not verified, used up or expired
 */
export async function takeSocialIdentity(
  tx: Transaction,
  principal: Principal,
  { envelope, recordId, now }: { readonly envelope: Envelope; readonly recordId: string; readonly now: Date },
): Promise<SocialIdentity> {
  const record = await consumeSocialRecord(tx, principal, recordId, now);
  if (!record?.data.identity) throw new Problem('verification_record.not_found');
  try {
    const text = envelope.openText(record.data.identity, [...aad(principal.tenantId, recordId)]);
    // Written by `sealIdentity` and nobody else: the envelope has just said so.
    return JSON.parse(text) as SocialIdentity;
  } catch (error) {
    // Its key was dropped before the proof was used.
    if (error instanceof DecryptionError) throw new Problem('verification_record.not_found', { cause: error });
    throw error;
  }
}
