/** Proofs of who a person is, needed before sensitive changes. */
import { z } from 'zod';
import { firstParty, route } from './route.ts';
import { proofMethods, sensitiveActions } from './step-up.ts';

/** Header that carries the id of a verification record to the operation that needs a proof. */
export const verificationHeader = 'logto-verification-id';

/** A verification record. */
export const VerificationRecord = z.object({
  verificationRecordId: z.string(),
  expiresAt: z.iso.datetime().describe('Ten minutes after creation'),
});

/** One way in which the caller can prove who they are. */
export const ProofChoice = z.object({
  method: z.enum(proofMethods),
  target: z
    .string()
    .optional()
    .describe('Where a code would go, unreadable for strangers: `a***@example.com`, `***678`'),
});
export type ProofChoice = z.output<typeof ProofChoice>;

/** What the step-up policy asks of the caller for one action. */
export const ProofDemand = z.object({
  action: z.enum(sensitiveActions),
  proofNeeded: z.boolean(),
  maxAgeSeconds: z.int().describe('A proof older than this does not count'),
  singleUse: z.boolean().describe('The proof is used up by the change'),
  onlyStrongest: z.boolean().describe('The caller has other ways too, and they are not enough for it'),
  endsOtherSessions: z.boolean().describe('The change signs the person out everywhere else'),
  methods: z.array(ProofChoice).describe('What would do, strongest first. Empty: the caller has no way to prove it'),
});
export type ProofDemand = z.output<typeof ProofDemand>;

/** What a proof of identity is given for. */
export const BoundAction = z
  .enum(sensitiveActions)
  .optional()
  .describe('Binds the record to this one action; under the preset `strict` only such a record will do');

export const verificationRoutes = {
  listProofMethods: route({
    method: 'GET',
    path: '/api/verifications/methods',
    summary: 'Learn which proof a change would need',
    description:
      'What the step-up policy asks of the caller for `action`, and by which methods they could prove themselves: so that a page can say before the press what will be asked.',
    tag: 'Verification',
    caller: 'account',
    guards: [firstParty],
    query: z.object({ action: z.enum(sensitiveActions) }),
    responses: { 200: ProofDemand },
    errors: [],
  }),
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
      action: BoundAction,
    }),
    responses: { 201: VerificationRecord },
    errors: ['session.invalid_credentials', 'session.verification_blocked_too_many_attempts', 'server.busy'],
  }),
} as const;
