/**
 * Proofs that a person controls something: their account (a *permission*), or something new that is to
 * become part of it (an *identifier*, *identity* or *authenticator*).
 *
 *     pending ──verified──▶ verified ──consumed in the change──▶ consumed
 *        └──────── ten minutes ────────▶ expired ◀───────┘
 *
 * Owns `verification_records`, the codes that are sent by email and text message with their limits, and the sentinel that
 * counts wrong tries. A record of one purpose never serves another. It knows no operation: which action needs which proof
 * is the step-up policy (`account-center/`), where it is demanded is data on the route. How a message travels, and in
 * which words, is `notifications/`'s.
 */
import type {
  codeVerificationRoutes,
  sentinelRoutes,
  socialVerificationRoutes,
  verificationCodeRoutes,
  verificationRoutes,
} from '@freehold/contract';
import type { Senders } from '../account-center/index.ts';
import type { SocialNeeds } from '../connectors/index.ts';
import type { Database } from '../database/database.ts';
import type { PasswordHasher } from '../factors/index.ts';
import type { KeyRing } from '../lib/index.ts';
import type { Handlers } from '../operation/index.ts';
import { checkVerificationCode } from './check-verification-code.ts';
import { listProofMethods } from './list-proof-methods.ts';
import { releaseLockout } from './release-lockout.ts';
import { requestVerificationCode } from './request-verification-code.ts';
import type { CodeNeeds } from './send-code.ts';
import { sendVerificationCode } from './send-verification-code.ts';
import { startSocialVerification } from './start-social-verification.ts';
import { verifyPassword } from './verify-password.ts';
import { verifySocial } from './verify-social.ts';
import { verifyVerificationCode } from './verify-verification-code.ts';

export { normalizeAddress } from './addresses.ts';
export { type CodeToCheck, checkCode } from './check-code.ts';
export type { Channel } from './code.ts';
export { consumeIdentifierRecord } from './code-records.store.ts';
export { checkEmailPolicy } from './email-policy.ts';
export { consumePermissionProof, findPermissionProof, requirePermissionProof } from './permission-proof.ts';
export { forgetPermissionProofs, forgetProofs } from './records.store.ts';
export { type CodeNeeds, type CodeToSend, sendCode } from './send-code.ts';
export { findSenders } from './senders.store.ts';
export * from './sentinel.ts';
export { takeSocialIdentity } from './social-identity.ts';

/** The operations of the Verification API. */
export const verificationHandlers = (needs: {
  readonly hasher: PasswordHasher;
  /** By which channels a code can be sent. */
  readonly findSenders: (database: Database, tenantId: string) => Promise<Senders>;
}): Handlers<typeof verificationRoutes> => ({
  listProofMethods: listProofMethods(needs),
  verifyPassword: verifyPassword(needs),
});

/** The operations of the Verification API with codes. */
export const codeVerificationHandlers = (needs: CodeNeeds): Handlers<typeof codeVerificationRoutes> => ({
  requestVerificationCode: requestVerificationCode(needs),
  verifyVerificationCode: verifyVerificationCode(needs),
});

/** The operations of the Verification API with providers. */
export const socialVerificationHandlers = (needs: SocialNeeds): Handlers<typeof socialVerificationRoutes> => ({
  startSocialVerification: startSocialVerification(needs),
  verifySocial: verifySocial(needs),
});

/** The operations of the Management API with codes. */
export const verificationCodeHandlers = (needs: CodeNeeds): Handlers<typeof verificationCodeRoutes> => ({
  sendVerificationCode: sendVerificationCode(needs),
  checkVerificationCode: checkVerificationCode(needs),
});

/** The operations of the Management API over lock-outs. */
export const sentinelHandlers = (needs: { readonly keys: KeyRing }): Handlers<typeof sentinelRoutes> => ({
  releaseLockout: releaseLockout(needs),
});
