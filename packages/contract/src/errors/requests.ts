import type { ErrorSpec } from './error-spec.ts';

/** The request itself: who calls, whether it fits the description, and whether the house can serve it. */
export const requestErrors = {
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
    when: '`If-Match` names a version of the account, or of the settings, that is no longer the current one: somebody changed it in between.',
    fix: 'Read it again, merge, and repeat the change with the new `ETag`.',
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
} as const satisfies Record<string, ErrorSpec>;
