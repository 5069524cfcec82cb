/**
 * Every code that an answer of Freehold can carry. A code is a promise to the programs that switch on it, so a new one
 * is added here before any code throws it, and none is ever renamed or given another meaning.
 *
 * The sentence that people read for a code is not here: it is localized and lives in `@freehold/messages`.
 */

/** One problem code: its HTTP status and the words of its page `/errors/<code>`. */
export interface ErrorSpec {
  /** HTTP status where nothing else is said. */
  readonly status: number;
  /** Statuses that some operations answer instead, because existing clients rely on them. */
  readonly alsoStatus?: readonly number[];
  /** RFC 9457 `title`: short English, the same for every occurrence, never localized. */
  readonly title: string;
  /** When it happens. */
  readonly when: string;
  /** What the caller can do about it. */
  readonly fix: string;
}

/** All problem codes, grouped by family. */
export const errors = {
  // auth: who calls, and what the access token allows

  'auth.authorization_header_missing': {
    status: 401,
    title: 'Authorization header missing',
    when: 'The request has no `Authorization` header.',
    fix: 'Send `Authorization: Bearer <access token>`.',
  },
  'auth.authorization_token_type_not_supported': {
    status: 401,
    title: 'Authorization type not supported',
    when: 'The `Authorization` header uses a scheme other than `Bearer`. `data.supportedTypes` lists what is accepted.',
    fix: 'Send `Authorization: Bearer <access token>`.',
  },
  'auth.unauthorized': {
    status: 401,
    alsoStatus: [400],
    title: 'Unauthorized',
    when: 'The access token is unknown, expired, revoked, of the wrong kind or has no user; or it lacks the scope that this operation needs. Changes of profile, email and phone answer a missing scope with status 400.',
    fix: 'Get a fresh access token, without `resource` for the Account API, and ask for the scope named in the description of the operation.',
  },
  'auth.forbidden': {
    status: 403,
    title: 'Forbidden',
    when: 'The access token is valid but may not do this: it lacks `openid` on the Account API, `all` on the Management API, or a scope; or registration is closed.',
    fix: 'Ask for the missing scope when the user signs in, or give the application a role that holds it.',
  },
  'auth.third_party_application_forbidden': {
    status: 403,
    title: 'Third-party application not allowed',
    when: 'The access token belongs to a third-party application. Such applications may read an account but not change it.',
    fix: 'Send the person to the account pages, or use a first-party application.',
  },
  'auth.jwt_sub_missing': {
    status: 401,
    title: 'Token has no subject',
    when: 'The JWT access token has no `sub` claim.',
    fix: 'Use an access token that this service issued.',
  },

  // account_center: what the administrator lets people see and change

  'account_center.not_enabled': {
    status: 400,
    title: 'Account API not enabled',
    when: 'The Account API is switched off for this tenant, as it is on a new installation.',
    fix: 'Enable it with `PATCH /api/account-center` `{ "enabled": true }`.',
  },
  'account_center.field_not_editable': {
    status: 400,
    title: 'Field not editable',
    when: 'The field policy of this tenant does not let people change this field.',
    fix: 'Set the field to `Edit` with `PATCH /api/account-center`, or do not offer the change.',
  },
  'account_center.field_not_enabled': {
    status: 400,
    title: 'Field not enabled',
    when: 'The field policy of this tenant hides this field.',
    fix: 'Set the field to `ReadOnly` or `Edit` with `PATCH /api/account-center`.',
  },

  // guard: the request does not fit the operation's description

  'guard.invalid_input': {
    status: 400,
    title: 'Invalid input',
    when: 'A part of the request does not have the described shape, or its JSON cannot be read. `details` has one line per fault, `data.issues` the same for programs.',
    fix: 'Correct the members that `details` names and send the request again.',
  },
  'guard.invalid_pagination': {
    status: 400,
    title: 'Invalid pagination',
    when: '`page` is not a whole number from 1, or `page_size` is not one from 1 to 100.',
    fix: 'Correct the two query parameters, or leave them out.',
  },
  'guard.file_size_exceeded': {
    status: 400,
    title: 'File too large',
    when: 'The uploaded file is larger than this operation accepts.',
    fix: 'Upload a smaller file.',
  },
  'guard.mime_type_not_allowed': {
    status: 400,
    title: 'File type not allowed',
    when: 'The content of the file is not of an accepted type. The declared type and the file name are not believed.',
    fix: 'Upload a complete JPEG, PNG, GIF, WebP or BMP image.',
  },

  // request: the request as a whole

  'request.not_found': {
    status: 404,
    title: 'Not found',
    when: 'There is no operation at this path.',
    fix: 'Compare the path with the reference.',
  },
  'request.method_not_allowed': {
    status: 405,
    title: 'Method not allowed',
    when: 'The path exists, but not with this method. The `Allow` header lists the methods that do.',
    fix: 'Use one of the methods in `Allow`.',
  },
  'request.precondition_failed': {
    status: 412,
    title: 'Precondition failed',
    when: '`If-Match` names a version of the account that is no longer the current one: somebody changed it in between.',
    fix: 'Read the account again, merge, and repeat the change with the new `ETag`.',
  },
  'request.body_too_large': {
    status: 413,
    title: 'Body too large',
    when: 'The request body is larger than this operation accepts.',
    fix: 'Send less in one request.',
  },
  'request.unsupported_media_type': {
    status: 415,
    title: 'Unsupported media type',
    when: 'The `Content-Type` of the request is not one that this operation reads.',
    fix: 'Send JSON with `Content-Type: application/json`, or what the description of the operation asks for.',
  },
  'request.invalid_input': {
    status: 400,
    title: 'Invalid request',
    when: 'The members of the request are well formed, but contradict each other or name something twice. `data` says which.',
    fix: 'Correct the members that `data` names.',
  },
  'request.feature_not_supported': {
    status: 422,
    title: 'Feature not supported',
    when: 'The request asks for a feature that this installation is not set up for.',
    fix: 'Configure the feature, or leave it out of the request.',
  },
  'request.message_rate_limited': {
    status: 429,
    title: 'Too many messages',
    when: 'Too many messages were sent to this recipient, for this user or from this network address. `Retry-After` says when the next one may be sent.',
    fix: 'Wait for the time in `Retry-After`.',
  },

  // server, tenant: the installation

  'server.internal_error': {
    status: 500,
    title: 'Internal error',
    when: 'Something failed inside the service. Nothing about it is shown; the log has it under the request id.',
    fix: 'Try again, and give the request id to the operator if it stays.',
  },
  'server.unavailable': {
    status: 503,
    title: 'Service unavailable',
    when: 'The service cannot reach its database, or it is starting or stopping.',
    fix: 'Try again after the time in `Retry-After`.',
  },
  'server.busy': {
    status: 503,
    title: 'Service busy',
    when: 'More passwords are waiting to be checked than the service can check in reasonable time.',
    fix: 'Try again after the time in `Retry-After`.',
  },
  'tenant.not_found': {
    status: 404,
    title: 'Tenant not found',
    when: 'No tenant answers at this host name.',
    fix: 'Check the host name, and that the tenant exists.',
  },

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
    when: 'The code is not the one that was sent. The try counts.',
    fix: 'Let the person correct the code.',
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

  // user: the person's account

  'user.username_already_in_use': {
    status: 422,
    title: 'Username already in use',
    when: 'Another account has this username.',
    fix: 'Choose another username.',
  },
  'user.email_already_in_use': {
    status: 422,
    title: 'Email address already in use',
    when: 'Another account has this email address.',
    fix: 'Use another address, or remove it from the other account first.',
  },
  'user.phone_already_in_use': {
    status: 422,
    title: 'Phone number already in use',
    when: 'Another account has this phone number.',
    fix: 'Use another number, or remove it from the other account first.',
  },
  'user.invalid_phone': {
    status: 422,
    title: 'Invalid phone number',
    when: 'The digits are not a phone number that exists anywhere.',
    fix: 'Send the country code and the number as digits, without `+`.',
  },
  'user.identity_already_in_use': {
    status: 422,
    alsoStatus: [400],
    title: 'Identity already in use',
    when: 'Another account has linked this identity; with status 400: this account already has one at the same provider.',
    fix: 'Unlink it there first, or replace the own one with `PUT /api/my-account/identities`.',
  },
  'user.identity_not_exist': {
    status: 404,
    title: 'Identity not linked',
    when: 'The account has no identity at this provider.',
    fix: 'Read the account to see which identities it has.',
  },
  'user.identity_not_exists_in_current_user': {
    status: 422,
    title: 'Identity not linked to this user',
    when: 'The identity that was verified is not the one that this account has linked.',
    fix: 'Verify with the linked identity, or link the other one first.',
  },
  'user.last_sign_in_method_required': {
    status: 400,
    title: 'Last way to sign in',
    when: 'The change would leave the account without any username, email address, phone number or linked identity.',
    fix: 'Add another way to sign in first.',
  },
  'user.same_password': {
    status: 422,
    title: 'Same password',
    when: 'The new password is the current one.',
    fix: 'Choose another password.',
  },
  'user.suspended': {
    status: 401,
    title: 'Account suspended',
    when: 'An administrator has suspended the account.',
    fix: 'An administrator can lift the suspension.',
  },
  'user.user_not_exist': {
    status: 404,
    title: 'User not found',
    when: 'No account belongs to what was verified.',
    fix: 'Register, or verify something that an account has.',
  },
  'user.missing_profile': {
    status: 422,
    title: 'Profile incomplete',
    when: 'The account lacks something that the sign-up settings require. `data.missingProfile` lists it.',
    fix: 'Add what is missing with `POST /api/experience/profile`, then submit again.',
  },
  'user.missing_mfa': {
    status: 422,
    title: 'Second factor missing',
    when: 'The tenant requires a second factor and the person has none. `data` lists what can be added.',
    fix: 'Add one with `POST /api/experience/profile/mfa`, then submit again.',
  },
  'user.suggest_mfa': {
    status: 422,
    title: 'Second factor suggested',
    when: 'The tenant suggests a second factor and the person has neither added one nor declined. `data` lists what can be added.',
    fix: 'Add one, or decline with `POST /api/experience/profile/mfa/mfa-skipped`, then submit again.',
  },
  'user.sign_in_method_not_enabled': {
    status: 422,
    alsoStatus: [403],
    title: 'Sign-in method not enabled',
    when: 'The sign-in settings of this tenant do not offer this way to sign in or to register.',
    fix: 'Use a way that `GET /api/.well-known/sign-in-exp` lists, or enable it with `PATCH /api/sign-in-exp`.',
  },
  'user.cannot_delete_self': {
    status: 400,
    title: 'Cannot delete oneself',
    when: 'The caller asks to delete the account that it is signed in with.',
    fix: 'Let another administrator do it.',
  },
  'user.password_and_digest': {
    status: 400,
    title: 'Password and digest',
    when: 'The request has both `password` and `passwordDigest`.',
    fix: 'Send one of them.',
  },
  'user.password_algorithm_required': {
    status: 400,
    title: 'Password algorithm required',
    when: 'The request has `passwordDigest` without `passwordAlgorithm`.',
    fix: 'Name the algorithm of the digest.',
  },
  'user.totp_secret_invalid': {
    status: 400,
    title: 'Invalid authenticator secret',
    when: 'The secret is not 16 to 32 characters of base32.',
    fix: 'Use a secret of `POST /api/my-account/mfa-verifications/totp-secret/generate`.',
  },
  'user.totp_already_in_use': {
    status: 422,
    title: 'Authenticator app already set up',
    when: 'The account already has an authenticator app.',
    fix: 'Replace it with `PUT /api/my-account/mfa-verifications/totp`, or remove it first.',
  },
  'user.backup_code_already_in_use': {
    status: 422,
    title: 'Backup codes already set up',
    when: 'The account still has unused backup codes.',
    fix: 'Remove them first.',
  },
  'user.wrong_backup_code_format': {
    status: 422,
    title: 'Wrong backup code format',
    when: 'The backup codes are not exactly ten, each of ten hexadecimal characters.',
    fix: 'Use the codes of `POST /api/my-account/mfa-verifications/backup-codes/generate`.',
  },

  // user.username_*: what the username policy of the tenant refuses

  'user.username_required': {
    status: 422,
    title: 'Username required',
    when: 'The username is empty.',
    fix: 'Send a username.',
  },
  'user.username_too_short': {
    status: 422,
    title: 'Username too short',
    when: 'The username has fewer characters than the policy of this tenant asks. `data.min` is the least number.',
    fix: 'Choose a longer username.',
  },
  'user.username_too_long': {
    status: 422,
    title: 'Username too long',
    when: 'The username has more characters than the policy of this tenant allows. `data.max` is the greatest number.',
    fix: 'Choose a shorter username.',
  },
  'user.username_starts_with_number': {
    status: 422,
    title: 'Username starts with a digit',
    when: 'The first character of the username is a digit.',
    fix: 'Start the username with a letter or an underscore.',
  },
  'user.username_invalid_charset_hard': {
    status: 422,
    title: 'Character not allowed in username',
    when: 'The username has a character other than the letters A to Z, digits and the underscore.',
    fix: 'Leave those characters out.',
  },
  'user.username_uppercase_not_allowed': {
    status: 422,
    title: 'Capital letters not allowed in username',
    when: 'The username has a capital letter, and the policy of this tenant allows none.',
    fix: 'Use small letters.',
  },
  'user.username_lowercase_not_allowed': {
    status: 422,
    title: 'Small letters not allowed in username',
    when: 'The username has a small letter, and the policy of this tenant allows none.',
    fix: 'Use capital letters.',
  },
  'user.username_numbers_not_allowed': {
    status: 422,
    title: 'Digits not allowed in username',
    when: 'The username has a digit, and the policy of this tenant allows none.',
    fix: 'Leave the digits out.',
  },
  'user.username_underscore_not_allowed': {
    status: 422,
    title: 'Underscore not allowed in username',
    when: 'The username has an underscore, and the policy of this tenant allows none.',
    fix: 'Leave the underscore out.',
  },

  // password

  'password.rejected': {
    status: 422,
    title: 'Password rejected',
    when: 'The password does not meet the policy of this tenant. `data` is a list of `{ code, interpolation? }`, one for each rule that it breaks.',
    fix: 'Show the rules in `data` to the person, who then chooses another password.',
  },

  // secrets: tokens of other providers that are kept for the person

  'secrets.third_party_token_set.token_not_found': {
    status: 404,
    title: 'Provider token not found',
    when: 'No token of this provider is stored for the account.',
    fix: 'Link the account again, or store a token with `PUT /api/my-account/identities/{target}/access-token`.',
  },
  'secrets.third_party_token_set.access_token_expired': {
    status: 401,
    title: 'Provider token expired',
    when: 'The stored token of this provider has expired and cannot be renewed.',
    fix: 'Let the person sign in at the provider again.',
  },

  // storage: uploaded files

  'storage.not_configured': {
    status: 400,
    title: 'Storage not configured',
    when: 'This installation has no place for uploaded files.',
    fix: 'Configure storage.',
  },
  'storage.upload_error': {
    status: 500,
    title: 'Upload failed',
    when: 'The file was accepted but could not be stored.',
    fix: 'Try again later.',
  },

  // connector: mail, text messages and outside providers

  'connector.general': {
    status: 400,
    title: 'Connector failed',
    when: 'The provider behind the connector answered with an error or not at all. What it said is in the log only.',
    fix: 'Try again, and look at the configuration of the connector if it stays.',
  },
  'connector.not_found': {
    status: 501,
    alsoStatus: [400],
    title: 'Connector not found',
    when: 'No connector of the needed kind is set up.',
    fix: 'Add one with `POST /api/connectors`.',
  },
  'connector.not_found_with_connector_id': {
    status: 422,
    title: 'Connector kind not found',
    when: 'No kind of connector has this id.',
    fix: 'Use an id of `GET /api/connector-factories`.',
  },
  'connector.not_implemented': {
    status: 501,
    title: 'Not implemented by connector',
    when: 'The connector cannot do this.',
    fix: 'Use another connector.',
  },
  'connector.unexpected_type': {
    status: 400,
    title: 'Connector of another type',
    when: 'The connector is of another type than the operation needs, for example an email connector where a provider to sign in with is needed.',
    fix: 'Use a connector of the right type.',
  },
  'connector.invalid_metadata': {
    status: 400,
    title: 'Invalid connector metadata',
    when: 'The metadata of the connector does not have the shape that its kind demands.',
    fix: 'Correct the metadata.',
  },
  'connector.invalid_config_guard': {
    status: 400,
    title: 'Invalid connector description',
    when: 'The connector does not describe its own configuration correctly.',
    fix: 'Use another version of the connector.',
  },
  'connector.invalid_config': {
    status: 400,
    title: 'Invalid connector configuration',
    when: 'The configuration of the connector does not have the shape that its kind demands.',
    fix: 'Correct the configuration with `PATCH /api/connectors/{id}`.',
  },
  'connector.invalid_request_parameters': {
    status: 400,
    title: 'Invalid parameters for connector',
    when: 'The connector was called with parameters that it cannot use.',
    fix: 'Correct the parameters.',
  },
  'connector.insufficient_request_parameters': {
    status: 400,
    title: 'Parameters missing for connector',
    when: 'The connector was called without a parameter that it needs.',
    fix: 'Send the missing parameter.',
  },
  'connector.invalid_certificate': {
    status: 400,
    title: 'Invalid certificate',
    when: 'The certificate of the provider is malformed, expired or not the configured one.',
    fix: 'Correct the certificate in the configuration of the connector.',
  },
  'connector.invalid_response': {
    status: 400,
    title: 'Unexpected answer of the provider',
    when: 'The answer of the provider does not have the expected shape.',
    fix: 'Try again, and look at the configuration of the connector if it stays.',
  },
  'connector.template_not_found': {
    status: 400,
    title: 'Message template not found',
    when: 'The connector has no template for this kind of message, and no `Generic` one.',
    fix: 'Add the template to the configuration of the connector.',
  },
  'connector.template_not_supported': {
    status: 400,
    title: 'Message template not supported',
    when: 'The connector cannot send this kind of message.',
    fix: 'Use another connector.',
  },
  'connector.authorization_failed': {
    status: 401,
    title: 'Provider refused authorization',
    when: 'The person declined at the provider, or the provider refused.',
    fix: 'Start the sign-in at the provider again.',
  },
  'connector.social_auth_code_invalid': {
    status: 401,
    title: 'Invalid authorization code of the provider',
    when: 'The provider did not accept the authorization code: it is wrong, expired or already used.',
    fix: 'Start the sign-in at the provider again.',
  },
  'connector.social_invalid_access_token': {
    status: 401,
    title: 'Invalid access token of the provider',
    when: 'The provider did not accept the access token that it issued.',
    fix: 'Start the sign-in at the provider again.',
  },
  'connector.social_invalid_id_token': {
    status: 401,
    title: 'Invalid ID token of the provider',
    when: 'The ID token of the provider is malformed, expired, or not meant for this application.',
    fix: 'Start the sign-in at the provider again.',
  },
  'connector.rate_limit_exceeded': {
    status: 429,
    title: 'Provider rate limit exceeded',
    when: 'The provider behind the connector accepts no more requests for a while.',
    fix: 'Try again later.',
  },
  'connector.usage_limit_exceeded': {
    status: 429,
    title: 'Provider usage limit exceeded',
    when: 'The quota at the provider behind the connector is used up.',
    fix: 'Raise the quota at the provider, or wait for the next period.',
  },
  'connector.more_than_one_connector_factory': {
    status: 400,
    title: 'More than one connector kind',
    when: 'Several kinds of connector claim the same id.',
    fix: 'Remove one of them from the folder of connectors.',
  },
  'connector.multiple_instances_not_supported': {
    status: 422,
    title: 'Only one connector of this kind',
    when: 'A connector of this kind already exists, and the kind allows only one.',
    fix: 'Change the existing connector.',
  },
  'connector.multiple_target_with_same_platform': {
    status: 422,
    title: 'Target already in use',
    when: 'Another connector has the same target and the same platform.',
    fix: 'Choose another target.',
  },
  'connector.cannot_overwrite_metadata_for_non_standard_connector': {
    status: 400,
    title: 'Metadata not changeable',
    when: 'The name, logo and target of this kind of connector are fixed.',
    fix: 'Leave `metadata` out.',
  },
  'connector.token_storage_not_supported': {
    status: 422,
    title: 'Token storage not supported',
    when: 'The connector cannot keep the tokens of its provider, or cannot renew them.',
    fix: 'Use a connector that supports it, or do not enable token storage.',
  },

  // entity: the things that the Management API keeps

  'entity.not_found': {
    status: 404,
    title: 'Not found',
    when: 'What the request names does not exist, or no longer.',
    fix: 'Check the id.',
  },
  'entity.not_exists': {
    status: 404,
    title: 'Does not exist',
    when: 'What the request wants to change does not exist, or no longer.',
    fix: 'Check the id.',
  },
  'entity.not_exists_with_id': {
    status: 404,
    title: 'No such id',
    when: 'Nothing of this kind has this id.',
    fix: 'Check the id.',
  },
  'entity.relation_foreign_key_not_found': {
    status: 404,
    title: 'Related entity not found',
    when: 'The request refers to something that does not exist.',
    fix: 'Check the ids in the body.',
  },
  'entity.value_too_long': {
    status: 422,
    title: 'Value too long',
    when: 'A value has more characters than can be stored.',
    fix: 'Send a shorter value.',
  },
  'entity.invalid_input': {
    status: 422,
    title: 'Value cannot be stored',
    when: 'A value is well formed but cannot be stored.',
    fix: 'Correct the value.',
  },
  'entity.db_constraint_violated': {
    status: 422,
    title: 'Rule violated',
    when: 'The values together break a rule of the data.',
    fix: 'Correct the values.',
  },
  'entity.create_failed': {
    status: 422,
    title: 'Not created',
    when: 'The thing could not be created.',
    fix: 'Correct the values and try again.',
  },

  // application

  'application.invalid_third_party_application_type': {
    status: 400,
    title: 'Type cannot be third-party',
    when: 'Only applications that people sign in to (`Traditional`, `SPA`, `Native`) can be third-party.',
    fix: 'Choose another type, or leave `isThirdParty` out.',
  },
  'application.third_party_application_cannot_enable_token_exchange': {
    status: 422,
    title: 'No token exchange for third parties',
    when: 'A third-party application asks for token exchange, which would let it act as any user.',
    fix: 'Leave `allowTokenExchange` out, or make the application first-party.',
  },
  'application.invalid_role_type': {
    status: 422,
    title: 'Role of another type',
    when: 'A role for users was given to an application, or a role was given to an application that is not machine-to-machine.',
    fix: 'Use a role of type `MachineToMachine` and an application of the same type.',
  },
  'application.role_exists': {
    status: 422,
    title: 'Role already assigned',
    when: 'The application already has one of these roles.',
    fix: 'Leave it out, or set all roles with `PUT`.',
  },
  'application.secret_name_exists': {
    status: 422,
    title: 'Secret name already in use',
    when: 'The application already has a secret of this name.',
    fix: 'Choose another name.',
  },

  // role, resource, scope

  'role.name_in_use': {
    status: 422,
    title: 'Role name already in use',
    when: 'Another role has this name.',
    fix: 'Choose another name.',
  },
  'role.scope_exists': {
    status: 422,
    title: 'Scope already assigned',
    when: 'The role already has one of these scopes.',
    fix: 'Leave it out.',
  },
  'role.user_exists': {
    status: 422,
    title: 'Role already assigned to user',
    when: 'One of these users already has the role.',
    fix: 'Leave that user out.',
  },
  'role.application_exists': {
    status: 422,
    title: 'Role already assigned to application',
    when: 'One of these applications already has the role.',
    fix: 'Leave that application out.',
  },
  'role.invalid_type': {
    status: 422,
    title: 'Role of another type',
    when: 'A role for applications was given to a user.',
    fix: 'Use a role of type `User`.',
  },
  'role.management_api_scopes_not_assignable_to_user_role': {
    status: 403,
    title: 'Scope not for users',
    when: 'A scope of the Management API was given to a role for users.',
    fix: 'Use a role of type `MachineToMachine`.',
  },
  'role.internal_role_violation': {
    status: 403,
    title: 'Built-in role',
    when: 'The role is built in and cannot be changed or deleted.',
    fix: 'Create a role of your own.',
  },
  'resource.resource_identifier_in_use': {
    status: 422,
    title: 'Resource indicator already in use',
    when: 'Another API resource has this indicator.',
    fix: 'Choose another indicator.',
  },
  'resource.cannot_delete_management_api': {
    status: 400,
    title: 'Built-in resource',
    when: 'The resource is the Management API itself, which cannot be changed or deleted.',
    fix: 'Leave it as it is.',
  },
  'scope.name_exists': {
    status: 422,
    title: 'Scope name already in use',
    when: 'The resource already has a scope of this name.',
    fix: 'Choose another name.',
  },
  'scope.name_with_space': {
    status: 400,
    title: 'Space in scope name',
    when: 'The name of the scope contains a space, which separates scopes in OAuth.',
    fix: 'Use another character, for example `:`.',
  },

  // sign_in_experiences: combinations of settings that cannot work

  'sign_in_experiences.username_policy_case_conflicts_exist': {
    status: 409,
    title: 'Usernames differ only in case',
    when: 'Usernames cannot stop telling capital from small letters while some differ in nothing else.',
    fix: 'Rename the accounts that differ only in case first.',
  },
  'sign_in_experiences.backup_code_cannot_be_enabled_alone': {
    status: 400,
    title: 'Backup codes need another factor',
    when: 'Backup codes are the only second factor in the settings.',
    fix: 'Enable an authenticator app or passkeys too.',
  },
  'sign_in_experiences.duplicated_mfa_factors': {
    status: 400,
    title: 'Second factor named twice',
    when: 'The list of second factors names one twice.',
    fix: 'Name each factor once.',
  },
  'sign_in_experiences.passwordless_requires_verify': {
    status: 400,
    title: 'Verification required',
    when: 'People sign up with an email address or phone number, and the settings do not verify it.',
    fix: 'Set `signUp.verify` to `true`.',
  },
  'sign_in_experiences.password_expiration_not_enabled': {
    status: 400,
    title: 'Password expiration not enabled',
    when: 'A password was marked as expired, and passwords do not expire in this tenant.',
    fix: 'Enable `passwordExpiration` with `PATCH /api/sign-in-exp` first.',
  },

  // oidc: sessions and grants in the Account and Management APIs

  'oidc.session_not_found': {
    status: 404,
    title: 'Session not found',
    when: 'No session has this id, or it has ended.',
    fix: 'Read the list of sessions again.',
  },
  'oidc.invalid_session_account_id': {
    status: 404,
    title: 'Session of another account',
    when: 'The session belongs to another account.',
    fix: 'Read the list of sessions again.',
  },
  'oidc.invalid_session_payload': {
    status: 500,
    title: 'Unreadable session',
    when: 'A stored session does not have the expected shape.',
    fix: 'Give the request id to the operator.',
  },
  'oidc.failed_to_revoke_grant': {
    status: 500,
    title: 'Grant not revoked',
    when: 'The access of the application could not be ended completely. `data.details` says what was done.',
    fix: 'Try again.',
  },
  'oidc.failed_to_cleanup_session_authorization': {
    status: 500,
    title: 'Session not updated',
    when: 'The access of the application was ended, but the session still mentions it.',
    fix: 'Try again.',
  },

  // oidc: what the OAuth and OpenID Connect endpoints answer; the code is `oidc.` and the protocol's own `error`

  'oidc.invalid_request': {
    status: 400,
    title: 'Invalid request',
    when: 'A parameter is missing, malformed or given twice. `error_description` says which. (RFC 6749, section 5.2)',
    fix: 'Correct the parameter.',
  },
  'oidc.invalid_client': {
    status: 401,
    alsoStatus: [400],
    title: 'Invalid client',
    when: 'The application is unknown, or its secret or way to authenticate is wrong. (RFC 6749, section 5.2)',
    fix: 'Check the application id, its secret and its type.',
  },
  'oidc.invalid_grant': {
    status: 400,
    alsoStatus: [404],
    title: 'Invalid grant',
    when: 'The code or the refresh token is wrong, expired, revoked, already used, or of another application. In the Account and Management APIs, with status 404: there is no such grant. (RFC 6749, section 5.2)',
    fix: 'Let the person sign in again.',
  },
  'oidc.invalid_scope': {
    status: 400,
    title: 'Invalid scope',
    when: 'The application asks for a scope that does not exist or that it may not have. (RFC 6749, section 5.2)',
    fix: 'Ask for fewer scopes, or allow them for the application.',
  },
  'oidc.invalid_target': {
    status: 400,
    title: 'Invalid target',
    when: 'The `resource` is unknown, or was not granted when the person signed in. (RFC 8707, section 2)',
    fix: 'Register the API resource, and name it in the authorization request.',
  },
  'oidc.invalid_redirect_uri': {
    status: 400,
    title: 'Invalid redirect URI',
    when: 'The `redirect_uri` is not, character by character, one that the application has registered.',
    fix: 'Register the URI for the application.',
  },
  'oidc.unauthorized_client': {
    status: 400,
    title: 'Unauthorized client',
    when: 'The application may not use this flow. (RFC 6749, section 5.2)',
    fix: 'Use the flow that fits the type of the application.',
  },
  'oidc.unsupported_grant_type': {
    status: 400,
    title: 'Unsupported grant type',
    when: 'The `grant_type` is not one that this service knows. (RFC 6749, section 5.2)',
    fix: 'Use a grant type that the discovery document lists.',
  },
  'oidc.unsupported_response_type': {
    status: 400,
    title: 'Unsupported response type',
    when: 'The `response_type` is not `code`. (RFC 6749, section 4.1.2.1)',
    fix: 'Use the authorization code flow.',
  },
  'oidc.unsupported_response_mode': {
    status: 400,
    title: 'Unsupported response mode',
    when: 'The `response_mode` is not one that this service knows.',
    fix: 'Use a response mode that the discovery document lists.',
  },
  'oidc.request_not_supported': {
    status: 400,
    title: 'Request object not supported',
    when: 'The authorization request has a `request` parameter. (OpenID Connect Core, section 6)',
    fix: 'Send the parameters themselves.',
  },
  'oidc.request_uri_not_supported': {
    status: 400,
    title: 'Request URI not supported',
    when: 'The authorization request has a `request_uri` parameter. (OpenID Connect Core, section 6)',
    fix: 'Send the parameters themselves.',
  },
  'oidc.registration_not_supported': {
    status: 400,
    title: 'Registration not supported',
    when: 'The authorization request has a `registration` parameter. (OpenID Connect Core, section 7.2.1)',
    fix: 'Register the application first.',
  },
  'oidc.access_denied': {
    status: 400,
    alsoStatus: [403],
    title: 'Access denied',
    when: 'The person or the service declined the request. (RFC 6749, section 4.1.2.1)',
    fix: 'Respect it; let the person start again if they want to.',
  },
  'oidc.login_required': {
    status: 400,
    title: 'Sign-in required',
    when: 'The request has `prompt=none` and nobody is signed in. (OpenID Connect Core, section 3.1.2.6)',
    fix: 'Repeat the request without `prompt=none`.',
  },
  'oidc.consent_required': {
    status: 400,
    title: 'Consent required',
    when: 'The request has `prompt=none` and the person has not agreed yet. (OpenID Connect Core, section 3.1.2.6)',
    fix: 'Repeat the request without `prompt=none`.',
  },
  'oidc.interaction_required': {
    status: 400,
    title: 'Interaction required',
    when: 'The request has `prompt=none` and a page has to be shown. (OpenID Connect Core, section 3.1.2.6)',
    fix: 'Repeat the request without `prompt=none`.',
  },
  'oidc.invalid_token': {
    status: 401,
    title: 'Invalid token',
    when: 'The access token is malformed, expired or revoked. (RFC 6750, section 3.1)',
    fix: 'Get a fresh access token.',
  },
  'oidc.insufficient_scope': {
    status: 403,
    title: 'Insufficient scope',
    when: 'The access token lacks a scope that the request needs. (RFC 6750, section 3.1)',
    fix: 'Ask for the scope when the person signs in.',
  },
  'oidc.server_error': {
    status: 500,
    title: 'Server error',
    when: 'Something failed inside the service. (RFC 6749, section 4.1.2.1)',
    fix: 'Try again, and give the request id to the operator if it stays.',
  },
  'oidc.temporarily_unavailable': {
    status: 503,
    title: 'Temporarily unavailable',
    when: 'The service cannot answer at the moment. (RFC 6749, section 4.1.2.1)',
    fix: 'Try again later.',
  },
} as const satisfies Record<string, ErrorSpec>;

/** A code of {@link errors}: what a client can switch on. */
export type ErrorCode = keyof typeof errors;

/** The entry of a code, with the optional members that the literal types of {@link errors} hide. */
export const errorSpec = (code: ErrorCode): ErrorSpec => errors[code];

/** Whether a text that came from outside, such as a path of `/errors/<code>`, is one of our codes. */
export const isErrorCode = (text: string): text is ErrorCode => Object.hasOwn(errors, text);

/** One rule of the password policy, as it appears in the `data` of `password.rejected`. */
export interface PasswordIssueSpec {
  /** Short English, never localized. */
  readonly title: string;
  /** When the rule is broken. */
  readonly when: string;
  /** Members of `interpolation` that come with the issue. */
  readonly interpolation: readonly ('min' | 'max')[];
}

/** The reasons why a password is refused: members of the `data` list of `password.rejected`, never a code of their own. */
export const passwordIssues = {
  'password_rejected.too_short': {
    title: 'Too short',
    when: 'The password has fewer characters than the policy asks.',
    interpolation: ['min'],
  },
  'password_rejected.too_long': {
    title: 'Too long',
    when: 'The password has more characters than the policy allows.',
    interpolation: ['max'],
  },
  'password_rejected.unsupported_characters': {
    title: 'Unsupported characters',
    when: 'The password has characters that cannot be typed everywhere, such as control characters.',
    interpolation: [],
  },
  'password_rejected.character_types': {
    title: 'Too few kinds of characters',
    when: 'The password has fewer kinds of characters (capital letters, small letters, digits, symbols) than the policy asks.',
    interpolation: ['min'],
  },
  'password_rejected.pwned': {
    title: 'Known from a leak',
    when: 'The password is in a list of leaked or very common passwords.',
    interpolation: [],
  },
  'password_rejected.restricted.repetition': {
    title: 'Repetition',
    when: 'The password leans on repeated characters.',
    interpolation: [],
  },
  'password_rejected.restricted.sequence': {
    title: 'Sequence',
    when: 'The password leans on a sequence such as `123456` or `qwerty`.',
    interpolation: [],
  },
  'password_rejected.restricted.user_info': {
    title: 'Personal information',
    when: 'The password leans on the name, username, email address or phone number of the account.',
    interpolation: [],
  },
  'password_rejected.restricted.words': {
    title: 'Forbidden word',
    when: 'The password leans on a word that the policy of this tenant forbids.',
    interpolation: [],
  },
} as const satisfies Record<`password_rejected.${string}`, PasswordIssueSpec>;

/** A code of {@link passwordIssues}. */
export type PasswordIssueCode = keyof typeof passwordIssues;
