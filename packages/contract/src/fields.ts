/**
 * The fields of an account that an administrator opens one by one, and what each gates: one table
 * that feeds the account view, the edit guard and the OpenID claims, so that they cannot disagree.
 */

/** How far a user may go with a field of their own account. */
export const fieldAccesses = ['Off', 'ReadOnly', 'Edit'] as const;
export type FieldAccess = (typeof fieldAccesses)[number];

/** The fields that the account center's settings know. Absent means `Off`. */
export const accountFields = [
  'name',
  'avatar',
  'profile',
  'email',
  'phone',
  'password',
  'username',
  'social',
  'customData',
  'mfa',
  'passkey',
  'session',
  'trustedDevice',
] as const;
export type AccountField = (typeof accountFields)[number];
export type FieldPolicy = { readonly [F in AccountField]?: FieldAccess | undefined };

/** Names that `profileFields` may list: what the account pages can show of a person's profile. */
export const accountProfileFields = [
  'name',
  'avatar',
  'familyName',
  'givenName',
  'middleName',
  'nickname',
  'preferredUsername',
  'profile',
  'website',
  'gender',
  'birthdate',
  'zoneinfo',
  'locale',
  'address',
] as const;

/** Scopes that a user's access token may carry and that mean something to the Account API. */
export const accountScopes = [
  'openid',
  'offline_access',
  'profile',
  'email',
  'phone',
  'address',
  'custom_data',
  'identities',
  'roles',
  'urn:logto:scope:organizations',
  'urn:logto:scope:organization_roles',
  'urn:logto:scope:sessions',
  'urn:logto:scope:trusted_devices',
] as const;
export type AccountScope = (typeof accountScopes)[number];

/**
 * Members of the account as `GET /api/my-account` returns it: which scope of the token and which
 * field (at least `ReadOnly`) each needs. A member without a rule is always there; one whose rule
 * does not hold is absent, not null.
 */
export const accountMembers = {
  id: {},
  username: { scope: 'profile', field: 'username' },
  name: { scope: 'profile', field: 'name' },
  avatar: { scope: 'profile', field: 'avatar' },
  profile: { scope: 'profile', field: 'profile' },
  primaryEmail: { scope: 'email', field: 'email' },
  primaryPhone: { scope: 'phone', field: 'phone' },
  identities: { scope: 'identities', field: 'social' },
  ssoIdentities: { scope: 'identities', field: 'social' },
  customData: { scope: 'custom_data', field: 'customData' },
  hasPassword: { scope: 'profile', field: 'password' },
  password: { scope: 'profile', field: 'password' },
  lastSignInAt: { scope: 'profile' },
  createdAt: { scope: 'profile' },
  updatedAt: { scope: 'profile' },
  applicationId: { scope: 'profile' },
  cimdClientId: { scope: 'profile' },
  isSuspended: { scope: 'profile' },
  hasSecurityVerificationMethod: {},
} as const satisfies Record<string, { scope?: AccountScope; field?: AccountField }>;
export type AccountMember = keyof typeof accountMembers;

/** Members of `GET /api/my-account/sign-in-methods`: each under the rule of the account's member that it says more of. */
export const signInMethodMembers = {
  password: accountMembers.hasPassword,
  identities: accountMembers.identities,
} as const;
