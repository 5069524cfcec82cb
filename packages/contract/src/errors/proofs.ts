import type { ErrorSpec } from './error-spec.ts';

/** Proofs and signing in: verification records, codes, and the checks on the way. */
export const proofErrors = {
  // verification_record: proof that a person controls something

  'verification_record.permission_denied': {
    status: 401,
    title: 'Proof of identity needed',
    when: 'The operation needs a proof that the owner of the account is present, and the header `logto-verification-id` is missing, or names a record that is unknown, expired, used up, of another user or not accepted here. `data.acceptableMethods` lists what would do.',
    fix: 'Create a proof with `POST /api/verifications/password` or a code, and send its id in `logto-verification-id`.',
  },
  'verification_record.not_found': {
    status: 400,
    alsoStatus: [404],
    title: 'Verification record not found',
    when: 'The verification record is unknown, expired, not verified yet, used up, of another kind, or proves another value than the request uses.',
    fix: 'Start the verification again and use the new record within its ten minutes.',
  },
  'verification_record.social_verification.invalid_target': {
    status: 422,
    title: 'Other provider verified',
    when: 'The verification record belongs to another provider than the one in the path.',
    fix: 'Verify with the provider in the path.',
  },
  'verification_record.social_verification.token_response_not_found': {
    status: 422,
    title: 'No provider tokens',
    when: 'The provider gave no tokens in this verification, or the connector does not store them.',
    fix: 'Enable token storage on the connector and verify again.',
  },

  // verification_code: the codes sent by email and text message

  'verification_code.not_found': {
    status: 400,
    title: 'Code not found',
    when: 'There is no unused code for this verification record.',
    fix: 'Request a new code.',
  },
  'verification_code.email_mismatch': {
    status: 400,
    title: 'Other email address',
    when: 'The code was sent to another email address than the one in the request.',
    fix: 'Send the address that the code was requested for.',
  },
  'verification_code.phone_mismatch': {
    status: 400,
    title: 'Other phone number',
    when: 'The code was sent to another phone number than the one in the request.',
    fix: 'Send the number that the code was requested for.',
  },
  'verification_code.expired': {
    status: 400,
    title: 'Code expired',
    when: 'The code is older than the tenant allows.',
    fix: 'Request a new code.',
  },
  'verification_code.exceed_max_try': {
    status: 400,
    title: 'Too many tries',
    when: 'The code was entered wrongly as often as the tenant allows. It no longer works, even if entered correctly.',
    fix: 'Request a new code.',
  },
  'verification_code.code_mismatch': {
    status: 400,
    title: 'Wrong code',
    when: 'The code is not the one that was sent. The try counts; `data.triesLeft` says how many are left for this code.',
    fix: 'Let the person correct the code, or send a new one when no tries are left.',
  },

  // session: signing in, and checks on the way

  'session.not_found': {
    status: 400,
    title: 'Sign-in not found',
    when: 'The request carries no cookie of a sign-in in progress, or the sign-in has expired.',
    fix: 'Start again at the authorization endpoint.',
  },
  'session.invalid_credentials': {
    status: 422,
    title: 'Invalid credentials',
    when: 'The account or the password is wrong. The answer is the same for both, so that nobody learns which accounts exist.',
    fix: 'Let the person correct what they typed.',
  },
  'session.verification_blocked_too_many_attempts': {
    status: 400,
    title: 'Too many attempts',
    when: 'Too many attempts failed, and further ones are refused for a while, correct ones too.',
    fix: 'Wait, or let an administrator lift the block with `POST /api/sentinel-activities/delete`.',
  },
  'session.verification_session_not_found': {
    status: 404,
    title: 'Verification not found',
    when: 'The sign-in in progress has no verification with this id.',
    fix: 'Verify again within the same sign-in.',
  },
  'session.verification_failed': {
    status: 400,
    title: 'Verification not complete',
    when: 'The verification that the request names was started but not passed.',
    fix: 'Complete the verification first.',
  },
  'session.identifier_not_found': {
    status: 404,
    title: 'Nobody identified yet',
    when: 'The step needs to know who signs in, and the sign-in has not identified anybody yet.',
    fix: 'Identify the person first with `POST /api/experience/identification`.',
  },
  'session.identity_conflict': {
    status: 409,
    title: 'Different person',
    when: 'The sign-in in progress already identified another person.',
    fix: 'Start the sign-in again.',
  },
  'session.insufficient_info': {
    status: 400,
    title: 'Insufficient information',
    when: 'A member that the sign-in with the provider needs, such as `state` or `redirectUri`, is empty.',
    fix: 'Send all members with a value.',
  },
  'session.invalid_connector_id': {
    status: 422,
    title: 'Unknown connector',
    when: 'No connector has this id.',
    fix: 'Use the id of a connector of this tenant.',
  },
  'session.connector_validation_session_not_found': {
    status: 400,
    title: 'Provider sign-in not found',
    when: 'Nothing is stored about the sign-in at the provider that this answer belongs to.',
    fix: 'Start the sign-in at the provider again.',
  },
  'session.csrf_token_mismatch': {
    status: 400,
    title: 'CSRF token mismatch',
    when: 'The CSRF token of the answer and that of the cookie differ.',
    fix: 'Start again in the same browser.',
  },
  'session.google_one_tap.cookie_mismatch': {
    status: 400,
    title: 'Google One Tap cookie mismatch',
    when: 'The Google One Tap answer does not belong to this browser.',
    fix: 'Start again in the same browser.',
  },
  'session.email_blocklist.email_not_allowed': {
    status: 422,
    title: 'Email address not allowed',
    when: 'The email policy of this tenant refuses this address.',
    fix: 'Use another address.',
  },
  'session.email_blocklist.email_subaddressing_not_allowed': {
    status: 422,
    title: 'Email subaddress not allowed',
    when: 'The email policy of this tenant refuses addresses with a `+` part.',
    fix: 'Use the address without its `+` part.',
  },
  'session.email_blocklist.invalid_email': {
    status: 400,
    title: 'Invalid email address',
    when: 'The value cannot be read as one email address.',
    fix: 'Send exactly one address.',
  },
  'session.email_blocklist.disposable_email_validation_failed': {
    status: 500,
    title: 'Email address not checked',
    when: 'The check for throw-away addresses failed.',
    fix: 'Try again later.',
  },
  'session.mfa.require_mfa_verification': {
    status: 403,
    title: 'Two-step verification required',
    when: 'The person has a second factor, and the sign-in has not asked for it yet.',
    fix: 'Verify one of the factors in `data`, then submit again.',
  },
  'session.mfa.mfa_factor_not_enabled': {
    status: 400,
    title: 'Factor not enabled',
    when: 'The sign-in experience of this tenant does not offer this second factor.',
    fix: 'Add the factor to `mfa.factors` with `PATCH /api/sign-in-exp`.',
  },
  'session.mfa.invalid_totp_code': {
    status: 400,
    title: 'Wrong authenticator code',
    when: 'The code of the authenticator app is wrong, too old or already used.',
    fix: 'Let the person enter the next code.',
  },
  'session.mfa.backup_code_can_not_be_alone': {
    status: 422,
    title: 'Backup codes need another factor',
    when: 'Backup codes were sent for a user who has no other second factor.',
    fix: 'Add an authenticator app or a passkey first.',
  },
  'session.mfa.pending_info_not_found': {
    status: 400,
    title: 'No pending registration',
    when: 'The verification record holds no challenge that the answer of the browser could be checked against.',
    fix: 'Request new registration options.',
  },
  'session.mfa.webauthn_verification_failed': {
    status: 400,
    title: 'Passkey verification failed',
    when: 'The answer of the browser does not fit the challenge, the origin or the relying party.',
    fix: 'Request new options and let the browser answer them on an accepted origin.',
  },
} as const satisfies Record<string, ErrorSpec>;
