import type { ErrorSpec } from './error-spec.ts';

/** OAuth and OpenID Connect: what the protocol endpoints answer, and what the APIs say of sessions and grants. */
export const protocolErrors = {
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
