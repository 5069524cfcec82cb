/** Proofs that a person controls an identity at another provider. */
import { z } from 'zod';
import type { ErrorCode } from './errors/index.ts';
import { LookedUpId, Text } from './formats.ts';
import { isRedirectUri } from './management/applications.ts';
import { route } from './route.ts';
import { VerificationRecord } from './verifications.ts';

/** The query parameters of a provider's callback: an object, or the JSON text of one. */
export const ConnectorData = z
  .union([z.record(z.string(), z.unknown()), z.string().transform(parseObject)])
  .describe('All query parameters of the callback, as an object or as the JSON text of one');

function parseObject(text: string, context: z.RefinementCtx<string>): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  context.addIssue({ code: 'custom', message: 'must be the JSON text of an object' });
  return z.NEVER;
}

/** Where the provider sends the browser back to. Empty text is answered as such, not as a malformed request. */
export const CallbackUri = Text.max(2048).refine(value => value === '' || isRedirectUri(value), {
  message: 'must be an absolute URI without a fragment, of the scheme https, http or of an application',
});

/** Random text of the application that comes back with the callback. */
export const CallbackState = Text.max(1024);

/** What asking for a provider's authorization address can be answered with. */
export const authorizationErrors = [
  'connector.unexpected_type',
  'connector.general',
  'connector.invalid_config',
  'connector.invalid_response',
  'connector.rate_limit_exceeded',
] as const satisfies readonly ErrorCode[];

/** What exchanging a provider's callback can be answered with. */
export const callbackErrors = [
  'connector.unexpected_type',
  'connector.general',
  'connector.invalid_config',
  'connector.invalid_response',
  'connector.insufficient_request_parameters',
  'connector.invalid_request_parameters',
  'connector.authorization_failed',
  'connector.social_auth_code_invalid',
  'connector.social_invalid_access_token',
  'connector.social_invalid_id_token',
  'connector.rate_limit_exceeded',
] as const satisfies readonly ErrorCode[];

export const socialVerificationRoutes = {
  startSocialVerification: route({
    method: 'POST',
    path: '/api/verifications/social',
    summary: 'Begin to prove an identity at another provider',
    description:
      'Send the browser to `authorizationUri`. The provider sends it back to `redirectUri`, whose query parameters then verify the record. The record serves the session and client that made it.',
    tag: 'Verification',
    caller: 'account',
    body: z.object({
      connectorId: LookedUpId,
      state: CallbackState.describe('Random text that comes back with the callback: compare it there'),
      redirectUri: CallbackUri,
      scope: Text.max(1024).optional().describe('Replaces the scope of the connector’s configuration'),
    }),
    responses: { 201: VerificationRecord.extend({ authorizationUri: z.string() }) },
    errors: ['session.insufficient_info', 'session.invalid_connector_id', ...authorizationErrors],
  }),
  verifySocial: route({
    method: 'POST',
    path: '/api/verifications/social/verify',
    summary: 'Prove an identity at another provider',
    description:
      'Exchanges what the provider sent to the callback. A record is verified once; an exchange that fails ends it, since a provider’s code serves once. `state` must be the one that the record was made with; leaving it out is refused unless the step-up policy is `compatible`.',
    tag: 'Verification',
    caller: 'account',
    body: z.object({ verificationRecordId: LookedUpId, connectorData: ConnectorData }),
    responses: { 200: z.object({ verificationRecordId: z.string() }) },
    errors: [
      'verification_record.not_found',
      'session.insufficient_info',
      'session.csrf_token_mismatch',
      'session.invalid_connector_id',
      'session.connector_validation_session_not_found',
      ...callbackErrors,
    ],
  }),
} as const;
