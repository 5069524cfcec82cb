/**
 * The requests of the published guide, as an application sends them that was written after it: method, path and body to
 * the byte. What the guide leaves to the application it writes as "..."; it is filled in from left to right.
 */
interface Published {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: string;
}

export const published = {
  enableAccountApi: {
    method: 'PATCH',
    path: '/api/account-center',
    body: '{"enabled":true,"fields":{"username":"Edit"}}',
  },
  getAccount: { method: 'GET', path: '/api/my-account' },
  changeAccount: {
    method: 'PATCH',
    path: '/api/my-account',
    body: '{"username":"...","name":"...","avatar":"..."}',
  },
  changeProfile: {
    method: 'PATCH',
    path: '/api/my-account/profile',
    body: '{"familyName":"...","givenName":"..."}',
  },
  provePassword: { method: 'POST', path: '/api/verifications/password', body: '{"password":"..."}' },
  sendCodeByEmail: {
    method: 'POST',
    path: '/api/verifications/verification-code',
    body: '{"identifier":{"type":"email","value":"..."}}',
  },
  verifyCodeByEmail: {
    method: 'PATCH',
    path: '/api/verifications/verification-code/verify',
    body: '{"identifier":{"type":"email","value":"..."},"verificationId":"...","code":"..."}',
  },
  changePrimaryEmail: {
    method: 'PATCH',
    path: '/api/my-account/primary-email',
    body: '{"email":"...","newIdentifierVerificationRecordId":"..."}',
  },
  removePrimaryEmail: { method: 'DELETE', path: '/api/my-account/primary-email' },
  // "Similar to the email", says the guide of these four.
  sendCodeByPhone: {
    method: 'POST',
    path: '/api/verifications/verification-code',
    body: '{"identifier":{"type":"phone","value":"..."}}',
  },
  verifyCodeByPhone: {
    method: 'PATCH',
    path: '/api/verifications/verification-code/verify',
    body: '{"identifier":{"type":"phone","value":"..."},"verificationId":"...","code":"..."}',
  },
  changePrimaryPhone: {
    method: 'PATCH',
    path: '/api/my-account/primary-phone',
    body: '{"phone":"...","newIdentifierVerificationRecordId":"..."}',
  },
  removePrimaryPhone: { method: 'DELETE', path: '/api/my-account/primary-phone' },
  startSocial: {
    method: 'POST',
    path: '/api/verifications/social',
    body: '{"connectorId":"...","redirectUri":"...","state":"..."}',
  },
  verifySocial: {
    method: 'POST',
    path: '/api/verifications/social/verify',
    body: '{"connectorData":"...","verificationRecordId":"..."}',
  },
  linkIdentity: {
    method: 'POST',
    path: '/api/my-account/identities',
    body: '{"newIdentifierVerificationRecordId":"..."}',
  },
  unlinkIdentity: { method: 'DELETE', path: '/api/my-account/identities/...' },
} as const satisfies Record<string, Published>;

export type PublishedName = keyof typeof published;

/** The request with everything filled in. */
export function fill(name: PublishedName, values: readonly string[]): { method: string; path: string; body?: string } {
  const { method, path, body }: Published = published[name];
  const left = [...values];
  const next = () => {
    const value = left.shift();
    if (value === undefined) throw new Error(`${name} needs more values`);
    return value;
  };
  const filled = {
    method,
    path: path.replace('...', () => encodeURIComponent(next())),
    ...(body !== undefined && { body: body.replaceAll('"..."', () => JSON.stringify(next())) }),
  };
  if (left.length > 0) throw new Error(`${name} needs no more than ${values.length - left.length} values`);
  return filled;
}
