/** Proofs by a code that is sent to an email address or phone number. */
import { z } from 'zod';
import type { ErrorCode } from './errors/index.ts';
import { Email, LookedUpId, Text } from './formats.ts';
import { Digits } from './identifiers.ts';
import { firstParty, route } from './route.ts';
import { BoundAction, VerificationRecord, verificationHeader } from './verifications.ts';

/** Where a code goes. Exactly one address or number. */
export const CodeIdentifier = z.discriminatedUnion('type', [
  z.object({ type: z.literal('email'), value: Email }),
  z.object({ type: z.literal('phone'), value: Digits.describe('Country code and number, digits only') }),
]);
export type CodeIdentifier = z.output<typeof CodeIdentifier>;

const own = z.literal(true).optional().describe('In place of `value`: the primary one of the caller, whichever it is');
const named = <I extends { readonly value?: string | undefined; readonly own?: true | undefined }>(identifier: I) =>
  identifier.value !== undefined || identifier.own === true;
const unnamed = { message: 'value is needed', path: ['value'] };

/**
 * Where a code of a person who is signed in goes. `own` stands for an address that the person has and the caller may not
 * know: a page proves who somebody is by an email address that the field policy hides from it.
 */
export const CallersIdentifier = z.discriminatedUnion('type', [
  z.object({ type: z.literal('email'), value: Email.optional(), own }).refine(named, unnamed),
  z
    .object({ type: z.literal('phone'), value: CodeIdentifier.options[1].shape.value.optional(), own })
    .refine(named, unnamed),
]);
export type CallersIdentifier = z.output<typeof CallersIdentifier>;

/** What a person types. Empty text is no code, not a malformed request. */
export const TypedCode = Text.max(256);

/** What sending a message can be answered with. */
export const sendingErrors = [
  'request.message_rate_limited',
  'entity.value_too_long',
  'connector.not_found',
  'connector.general',
  'connector.invalid_config',
  'connector.invalid_response',
  'connector.template_not_found',
  'connector.template_not_supported',
  'connector.authorization_failed',
  'connector.rate_limit_exceeded',
  'connector.usage_limit_exceeded',
] as const satisfies readonly ErrorCode[];

/** What judging a code can be answered with, in the order in which it is judged. */
export const codeErrors = [
  'session.verification_blocked_too_many_attempts',
  'verification_code.not_found',
  'verification_code.email_mismatch',
  'verification_code.phone_mismatch',
  'verification_code.expired',
  'verification_code.exceed_max_try',
  'verification_code.code_mismatch',
] as const satisfies readonly ErrorCode[];

export const codeVerificationRoutes = {
  requestVerificationCode: route({
    method: 'POST',
    path: '/api/verifications/verification-code',
    summary: 'Send a code to an email address or phone number',
    description: `To the caller's own primary email or phone: the record, once verified, proves who they are (header \`${verificationHeader}\`). To any other: it proves that they control it, for \`primary-email\` and \`primary-phone\`. An address that another account has is answered like any other.`,
    tag: 'Verification',
    caller: 'account',
    guards: [firstParty],
    body: z.object({
      identifier: CallersIdentifier,
      templateType: z
        .enum(['UserPermissionValidation', 'BindMfa'])
        .optional()
        .describe('For the own address: what the message says. After `BindMfa` the record proves nothing.'),
      action: BoundAction,
    }),
    responses: {
      201: VerificationRecord.extend({
        verificationId: z.string().describe('Same as verificationRecordId'),
        codeExpiresIn: z
          .int()
          .describe('Seconds that the code works: by the policy of the tenant, and no longer than the record'),
      }),
    },
    errors: [
      'session.email_blocklist.email_not_allowed',
      'session.email_blocklist.email_subaddressing_not_allowed',
      'verification_record.not_found',
      ...sendingErrors,
    ],
  }),
  verifyVerificationCode: route({
    method: ['PATCH', 'POST'],
    path: '/api/verifications/verification-code/verify',
    summary: 'Enter the code that was sent',
    tag: 'Verification',
    caller: 'account',
    guards: [firstParty],
    body: z
      .object({
        identifier: CallersIdentifier,
        verificationId: LookedUpId.optional(),
        verificationRecordId: LookedUpId.optional().describe('Same as verificationId; one of them is needed'),
        code: TypedCode,
      })
      .refine(body => body.verificationId !== undefined || body.verificationRecordId !== undefined, {
        message: 'verificationId or verificationRecordId is needed',
        path: ['verificationId'],
      }),
    responses: { 200: z.object({ verificationRecordId: z.string() }) },
    errors: ['verification_record.not_found', ...codeErrors],
  }),
} as const;
