/**
 * Signing in and registering, step by step, from a page in the browser. The interaction cookie that the authorization
 * endpoint set says which application the person comes from; what they have done so far is kept with it.
 */
import { z } from 'zod';
import { codeErrors, sendingErrors, TypedCode } from './code-verifications.ts';
import type { ErrorCode } from './errors/index.ts';
import { Email, Id, Text } from './formats.ts';
import { route } from './route.ts';
import {
  authorizationErrors,
  CallbackState,
  CallbackUri,
  ConnectorData,
  callbackErrors,
} from './social-verifications.ts';

/** What the person is about to do. */
export const InteractionEvent = z.enum(['SignIn', 'Register', 'ForgotPassword']);
export type InteractionEvent = z.output<typeof InteractionEvent>;

/** What people type is normalized before it is compared: case of an email address, `+` and spaces of a phone number. */
const TypedIdentifier = z.object({
  type: z.enum(['username', 'email', 'phone']),
  value: Text.min(1).max(256),
});

/** Where a code goes: exactly one email address, or a phone number as people type it. */
const CodeAddress = z.discriminatedUnion('type', [
  z.object({ type: z.literal('email'), value: Email }),
  z.object({
    type: z.literal('phone'),
    value: Text.min(1).max(64).describe('With its country code; `+`, spaces and brackets do not matter'),
  }),
]);

const Password = z.string().min(1);
/** An id that is looked up: one that nobody has is unknown, not malformed. */
const VerificationId = Text.max(128);
// The policy of the tenant judges it, with codes of its own.
const NewUsername = Text.max(256);

const usernameViolations = [
  'user.username_required',
  'user.username_too_short',
  'user.username_too_long',
  'user.username_starts_with_number',
  'user.username_invalid_charset_hard',
  'user.username_uppercase_not_allowed',
  'user.username_lowercase_not_allowed',
  'user.username_numbers_not_allowed',
  'user.username_underscore_not_allowed',
] as const;

/** What a new account can be refused for, whichever way it was put together. */
const newAccountErrors = [
  'user.username_already_in_use',
  'user.email_already_in_use',
  'user.phone_already_in_use',
  'user.identity_already_in_use',
  'session.email_blocklist.email_not_allowed',
  'session.email_blocklist.email_subaddressing_not_allowed',
  'entity.value_too_long',
  ...usernameViolations,
] as const satisfies readonly ErrorCode[];

/** What a new account still lacks, in `data` of `user.missing_profile`. */
export const missingProfileMembers = ['username', 'email', 'phone', 'emailOrPhone', 'password'] as const;
export type MissingProfileMember = (typeof missingProfileMembers)[number];

const Verification = z.object({ verificationId: z.string() });
const Redirect = z.object({
  redirectTo: z.string().describe('Absolute URL on which the browser goes on'),
});

/** What has been done so far in this sign-in. Nothing secret: a chosen password is only said to be there. */
export const ExperienceProgress = z.object({
  interactionEvent: InteractionEvent,
  userId: z.string().optional().describe('Who was identified'),
  profile: z.object({
    username: z.string().optional(),
    email: z.string().optional().describe('Proven'),
    phone: z.string().optional().describe('Proven; digits with country code'),
    social: z.object({ connectorId: z.string(), target: z.string() }).optional().describe('Proven'),
    password: z.boolean(),
  }),
  verificationRecords: z.array(
    z.object({
      id: z.string(),
      type: z.enum(['Password', 'NewPasswordIdentity', 'EmailVerificationCode', 'PhoneVerificationCode', 'Social']),
      verified: z.boolean(),
      identifier: z.object({ type: z.string(), value: z.string() }).optional().describe('Absent for `Social`'),
      connectorId: z.string().optional().describe('Of `Social`'),
      interactionEvent: InteractionEvent.optional().describe('What a code was sent for'),
    }),
  ),
});
export type ExperienceProgress = z.output<typeof ExperienceProgress>;

export const signInRoutes = {
  startExperience: route({
    method: 'PUT',
    path: '/api/experience',
    summary: 'Start to sign in or to register',
    description: 'Forgets what has been done before in the same sign-in.',
    tag: 'Sign-in',
    caller: 'interaction',
    body: z.object({
      interactionEvent: InteractionEvent,
      captchaToken: z.string().optional().describe('Accepted and ignored'),
    }),
    responses: { 204: null },
    errors: ['session.not_found', 'auth.forbidden', 'user.sign_in_method_not_enabled'],
  }),
  changeInteractionEvent: route({
    method: 'PUT',
    path: '/api/experience/interaction-event',
    summary: 'Go over from signing in to registering, or back',
    description:
      'Keeps what was verified and chosen, but not who was identified. A code that was sent to sign in or to register serves for both, and for nothing else; one that was sent for a forgotten password serves for that alone.',
    tag: 'Sign-in',
    caller: 'interaction',
    body: z.object({ interactionEvent: InteractionEvent }),
    responses: { 204: null },
    errors: ['session.not_found', 'auth.forbidden', 'user.sign_in_method_not_enabled'],
  }),
  getExperience: route({
    method: 'GET',
    path: '/api/experience/interaction',
    summary: 'Read what has been done so far',
    tag: 'Sign-in',
    caller: 'interaction',
    responses: { 200: ExperienceProgress },
    errors: ['session.not_found'],
  }),
  verifySignInPassword: route({
    method: 'POST',
    path: '/api/experience/verification/password',
    summary: 'Verify an identifier and a password',
    description:
      'An unknown identifier, an account without a password and a wrong password are answered alike. Too many failures block the account for a while, the right password too.',
    tag: 'Sign-in',
    caller: 'interaction',
    body: z.object({ identifier: TypedIdentifier, password: Password }),
    responses: { 200: Verification },
    errors: [
      'session.not_found',
      'session.invalid_credentials',
      'session.verification_blocked_too_many_attempts',
      'user.suspended',
      'user.sign_in_method_not_enabled',
      'server.busy',
    ],
  }),
  sendSignInCode: route({
    method: 'POST',
    path: '/api/experience/verification/verification-code',
    summary: 'Send a code to sign in, to register, or for a forgotten password',
    description:
      'Answers alike for an address that an account has and one that nobody has, and for a message that is not sent because nobody has the address. Who proves the address learns it afterwards, by the identification. A resend is a new verification; codes of earlier ones stay good.',
    tag: 'Sign-in',
    caller: 'interaction',
    body: z.object({ identifier: CodeAddress, interactionEvent: InteractionEvent }),
    responses: { 200: Verification },
    errors: [
      'session.not_found',
      'auth.forbidden',
      'user.sign_in_method_not_enabled',
      'user.invalid_phone',
      'session.email_blocklist.email_not_allowed',
      'session.email_blocklist.email_subaddressing_not_allowed',
      ...sendingErrors,
    ],
  }),
  verifySignInCode: route({
    method: 'POST',
    path: '/api/experience/verification/verification-code/verify',
    summary: 'Enter the code that was sent',
    description: 'Serves this sign-in alone, and once.',
    tag: 'Sign-in',
    caller: 'interaction',
    body: z.object({ identifier: CodeAddress, verificationId: VerificationId, code: TypedCode }),
    responses: { 200: Verification },
    errors: ['session.not_found', 'session.verification_session_not_found', 'user.invalid_phone', ...codeErrors],
  }),
  startSocialSignIn: route({
    method: 'POST',
    path: '/api/experience/verification/social/:connectorId/authorization-uri',
    summary: 'Go to another provider to sign in or to register',
    description:
      'Send the browser to `authorizationUri`. The provider sends it back to `redirectUri`, whose query parameters then verify it. The connectors that are offered are `socialConnectors` of `GET /api/.well-known/sign-in-exp`.',
    tag: 'Sign-in',
    caller: 'interaction',
    params: z.object({ connectorId: Id }),
    body: z.object({
      state: CallbackState.describe('Random text that comes back with the callback: compare it there'),
      redirectUri: CallbackUri,
      scope: Text.max(1024).optional().describe('Replaces the scope of the connector’s configuration'),
    }),
    responses: { 200: Verification.extend({ authorizationUri: z.string() }) },
    errors: [
      'session.not_found',
      'session.insufficient_info',
      'session.invalid_connector_id',
      'user.sign_in_method_not_enabled',
      ...authorizationErrors,
    ],
  }),
  verifySocialSignIn: route({
    method: 'POST',
    path: '/api/experience/verification/social/:connectorId/verify',
    summary: 'Come back from another provider',
    description:
      'Exchanges what the provider sent to the callback, with its `state`. Works once: an exchange that fails ends the verification. Without `verificationId` the latest one of the connector is meant.',
    tag: 'Sign-in',
    caller: 'interaction',
    params: z.object({ connectorId: Id }),
    body: z.object({ verificationId: VerificationId.optional(), connectorData: ConnectorData }),
    responses: { 200: Verification },
    errors: [
      'session.not_found',
      'session.verification_session_not_found',
      'session.insufficient_info',
      'session.csrf_token_mismatch',
      'session.invalid_connector_id',
      'session.connector_validation_session_not_found',
      'user.sign_in_method_not_enabled',
      ...callbackErrors,
    ],
  }),
  verifyNewPasswordIdentity: route({
    method: 'POST',
    path: '/api/experience/verification/new-password-identity',
    summary: 'Choose the username and password of a new account in one step',
    description: 'The account itself is created by the identification that names the verification.',
    tag: 'Sign-in',
    caller: 'interaction',
    body: z.object({
      identifier: z.object({ type: z.literal('username'), value: NewUsername }),
      password: Password,
    }),
    responses: { 200: Verification },
    errors: [
      'session.not_found',
      'session.identity_conflict',
      'auth.forbidden',
      'user.sign_in_method_not_enabled',
      'user.username_already_in_use',
      ...usernameViolations,
      'password.rejected',
      'server.busy',
    ],
  }),
  addProfile: route({
    method: 'POST',
    path: '/api/experience/profile',
    summary: 'Add to a new account what it will be made of',
    description:
      'A username or password that is chosen, or an address or identity that a verification of this sign-in has proven. Whatever is added again takes the place of the former. The password is judged together with the rest, so a username that is added after it makes it be chosen again.',
    tag: 'Sign-in',
    caller: 'interaction',
    body: z.discriminatedUnion('type', [
      z.object({ type: z.literal('username'), value: NewUsername }),
      z.object({ type: z.literal('password'), value: Password }),
      z.object({ type: z.enum(['email', 'phone']), verificationId: VerificationId }),
      z.object({ type: z.literal('social'), verificationId: VerificationId }),
    ]),
    responses: { 204: null },
    errors: [
      'session.not_found',
      'session.identifier_not_found',
      'session.identity_conflict',
      'session.verification_session_not_found',
      'auth.forbidden',
      'request.feature_not_supported',
      'user.sign_in_method_not_enabled',
      ...newAccountErrors,
      'password.rejected',
      'server.busy',
    ],
  }),
  resetPassword: route({
    method: 'PUT',
    path: '/api/experience/profile/password',
    summary: 'Set a new password in place of a forgotten one',
    description:
      'For whoever was identified by a code that was sent for it. Takes effect at once: sessions and tokens of the account end unless the step-up policy keeps them, and so do proofs and changes of an address that are under way. Nobody is signed in by it: submit ends the recovery with 204, and the person signs in with the new password.',
    tag: 'Sign-in',
    caller: 'interaction',
    body: z.object({ password: Password }),
    responses: { 204: null },
    errors: [
      'session.not_found',
      'session.identifier_not_found',
      'session.verification_session_not_found',
      'request.feature_not_supported',
      'user.sign_in_method_not_enabled',
      'user.suspended',
      'user.same_password',
      'password.rejected',
      'server.busy',
    ],
  }),
  identifyUser: route({
    method: 'POST',
    path: '/api/experience/identification',
    summary: 'Say who signs in, or create the account',
    description:
      'Signing in, or with a forgotten password, `verificationId` names a verification of this sign-in and the answer is 204; 404 `user.user_not_exist` says that nobody has the address that was proven, 404 `user.identity_not_exist` that nobody has linked the identity. In the latter, `data.relatedUser` `{ type: "email", value }` says (masked) that an account has the address that the provider has verified: whoever is then identified by that account’s password or code links the identity by naming it with `linkSocialIdentity`. Registering, the account is created from the named verification and what was added to it, and the answer is 201; 422 `user.missing_profile` lists in `data.missingProfile` what it lacks (`username`, `email`, `phone`, `emailOrPhone`, `password`).',
    tag: 'Sign-in',
    caller: 'interaction',
    body: z
      .object({
        verificationId: VerificationId.optional(),
        linkSocialIdentity: z
          .boolean()
          .optional()
          .describe('Links the named identity to the account that was identified before in this sign-in'),
      })
      .optional(),
    responses: { 204: null, 201: null },
    errors: [
      'session.not_found',
      'session.verification_session_not_found',
      'session.identifier_not_found',
      'session.identity_conflict',
      'auth.forbidden',
      'user.suspended',
      'user.user_not_exist',
      'user.identity_not_exist',
      'user.missing_profile',
      'user.sign_in_method_not_enabled',
      ...newAccountErrors,
    ],
  }),
  submitExperience: route({
    method: 'POST',
    path: '/api/experience/submit',
    summary: 'Finish signing in',
    description:
      'Ends what was started and says where the browser goes on. Works once. After a forgotten password was replaced the answer is 204: the sign-in begins anew.',
    tag: 'Sign-in',
    caller: 'interaction',
    responses: { 200: Redirect, 204: null },
    errors: [
      'session.not_found',
      'session.identifier_not_found',
      'session.verification_session_not_found',
      'auth.forbidden',
      'user.suspended',
      'user.missing_profile',
      'user.sign_in_method_not_enabled',
    ],
  }),
  giveConsent: route({
    method: 'POST',
    path: '/api/interaction/consent',
    summary: 'Allow the application what it asks for',
    tag: 'Sign-in',
    caller: 'interaction',
    body: z
      .object({ organizationIds: z.array(z.string()).optional().describe('Accepted and ignored: there are none') })
      .optional(),
    responses: { 200: Redirect },
    errors: ['session.not_found'],
  }),
  abortInteraction: route({
    method: 'POST',
    path: '/api/interaction/abort',
    summary: 'Go back to the application without signing in or allowing anything',
    tag: 'Sign-in',
    caller: 'interaction',
    responses: { 200: Redirect },
    errors: ['session.not_found'],
  }),
} as const;
