/**
 * Signing in and registering, step by step, from a page in the browser. The interaction cookie that the authorization
 * endpoint set says which application the person comes from; what they have done so far is kept with it.
 */
import { z } from 'zod';
import { Text } from './formats.ts';
import { route } from './route.ts';

/** What the person is about to do. */
export const InteractionEvent = z.enum(['SignIn', 'Register', 'ForgotPassword']);
export type InteractionEvent = z.output<typeof InteractionEvent>;

/** What people type is normalized before it is compared: case of an email address, `+` and spaces of a phone number. */
const TypedIdentifier = z.object({
  type: z.enum(['username', 'email', 'phone']),
  value: Text.min(1).max(256),
});

const Password = z.string().min(1);
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

const Verification = z.object({ verificationId: z.string() });
const Redirect = z.object({
  redirectTo: z.string().describe('Absolute URL on which the browser goes on'),
});

/** What has been done so far in this sign-in. Nothing secret: a chosen password is only said to be there. */
export const ExperienceProgress = z.object({
  interactionEvent: InteractionEvent,
  userId: z.string().optional().describe('Who was identified'),
  profile: z.object({ username: z.string().optional(), password: z.boolean() }),
  verificationRecords: z.array(
    z.object({
      id: z.string(),
      type: z.enum(['Password', 'NewPasswordIdentity']),
      verified: z.boolean(),
      identifier: z.object({ type: z.string(), value: z.string() }),
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
    errors: ['session.not_found', 'auth.forbidden', 'request.feature_not_supported'],
  }),
  changeInteractionEvent: route({
    method: 'PUT',
    path: '/api/experience/interaction-event',
    summary: 'Go over from signing in to registering, or back',
    description: 'Keeps what was verified and chosen, but not who was identified.',
    tag: 'Sign-in',
    caller: 'interaction',
    body: z.object({ interactionEvent: InteractionEvent }),
    responses: { 204: null },
    errors: ['session.not_found', 'auth.forbidden', 'request.feature_not_supported'],
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
    summary: 'Choose the username or the password of a new account',
    description:
      'The password is judged together with the username, so a username that is chosen after it makes it be chosen again.',
    tag: 'Sign-in',
    caller: 'interaction',
    body: z.discriminatedUnion('type', [
      z.object({ type: z.literal('username'), value: NewUsername }),
      z.object({ type: z.literal('password'), value: Password }),
    ]),
    responses: { 204: null },
    errors: [
      'session.not_found',
      'session.identifier_not_found',
      'session.identity_conflict',
      'auth.forbidden',
      'request.feature_not_supported',
      'user.sign_in_method_not_enabled',
      'user.username_already_in_use',
      ...usernameViolations,
      'password.rejected',
      'server.busy',
    ],
  }),
  identifyUser: route({
    method: 'POST',
    path: '/api/experience/identification',
    summary: 'Say who signs in, or create the account',
    description:
      'Signing in, `verificationId` names a verification of this sign-in and the answer is 204. Registering, the account is created from the named `new-password-identity`, or else from the username and password that were chosen, and the answer is 201.',
    tag: 'Sign-in',
    caller: 'interaction',
    body: z.object({ verificationId: z.string().max(128).optional() }).optional(),
    responses: { 204: null, 201: null },
    errors: [
      'session.not_found',
      'session.verification_session_not_found',
      'session.identity_conflict',
      'auth.forbidden',
      'user.suspended',
      'user.missing_profile',
      'user.sign_in_method_not_enabled',
      'user.username_already_in_use',
      ...usernameViolations,
    ],
  }),
  submitExperience: route({
    method: 'POST',
    path: '/api/experience/submit',
    summary: 'Finish signing in',
    description: 'Ends what was started and says where the browser goes on. Works once.',
    tag: 'Sign-in',
    caller: 'interaction',
    responses: { 200: Redirect },
    errors: [
      'session.not_found',
      'session.identifier_not_found',
      'session.verification_session_not_found',
      'auth.forbidden',
      'user.suspended',
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
