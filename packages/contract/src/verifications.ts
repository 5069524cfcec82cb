/** Proofs of who a person is, needed before sensitive changes. */
import { z } from 'zod';
import { firstParty, route } from './route.ts';
import { sensitiveActions } from './step-up.ts';

/** Header that carries the id of a verification record to the operation that needs a proof. */
export const verificationHeader = 'logto-verification-id';

/** A verification record. */
export const VerificationRecord = z.object({
  verificationRecordId: z.string(),
  expiresAt: z.iso.datetime().describe('Ten minutes after creation'),
});

export const verificationRoutes = {
  verifyPassword: route({
    method: 'POST',
    path: '/api/verifications/password',
    summary: 'Prove who you are by password',
    description: `Returns a record whose id goes into the header \`${verificationHeader}\` of a sensitive change by the same session.`,
    tag: 'Verification',
    caller: 'account',
    guards: [firstParty],
    body: z.object({
      password: z.string().min(1),
      action: z.enum(sensitiveActions).optional().describe('Binds the record to this one action'),
    }),
    responses: { 201: VerificationRecord },
    errors: ['session.invalid_credentials', 'session.verification_blocked_too_many_attempts', 'server.busy'],
  }),
} as const;
