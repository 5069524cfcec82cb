import type { SocialIdentity } from '../connectors/index.ts';
import { DecryptionError, type Envelope } from '../lib/index.ts';
import { Problem } from '../operation/index.ts';
import type { ProvenIdentity } from './interactions.ts';

const aad = (tenantId: string, verificationId: string) => ['social_sign_in', tenantId, verificationId] as const;

/** Encrypts who came back, for as long as the sign-in lasts. It opens for the same verification alone. */
export const sealIdentity = (
  envelope: Envelope,
  tenantId: string,
  verificationId: string,
  identity: SocialIdentity,
): ProvenIdentity => ({
  verificationId,
  connectorId: identity.connectorId,
  target: identity.target,
  sealed: envelope.seal(JSON.stringify(identity), [...aad(tenantId, verificationId)]),
});

/**
 * Who came back. Written by {@link sealIdentity} and nobody else: the envelope says so.
 * @throws Problem 404 `session.verification_session_not_found` when its key was dropped meanwhile
 */
export function openIdentity(
  envelope: Envelope,
  tenantId: string,
  { verificationId, sealed }: ProvenIdentity,
): SocialIdentity {
  try {
    return JSON.parse(envelope.openText(sealed, [...aad(tenantId, verificationId)])) as SocialIdentity;
  } catch (error) {
    if (error instanceof DecryptionError) throw new Problem('session.verification_session_not_found', { cause: error });
    throw error;
  }
}
