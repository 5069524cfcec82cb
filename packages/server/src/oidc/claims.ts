import type { AccountRow, ExtendedClaimsRow } from './reads.store.ts';

/**
 * Which claims each scope gives (OpenID Connect Core, section 5.4, and the product's own). Scopes that are not
 * here only unlock endpoints of the Account API.
 */
export const claimsByScope = {
  openid: ['sub'],
  profile: [
    'name',
    'family_name',
    'given_name',
    'middle_name',
    'nickname',
    'preferred_username',
    'profile',
    'picture',
    'website',
    'gender',
    'birthdate',
    'zoneinfo',
    'locale',
    'updated_at',
    'username',
    'created_at',
  ],
  email: ['email', 'email_verified'],
  phone: ['phone_number', 'phone_number_verified'],
  address: ['address'],
  custom_data: ['custom_data'],
  identities: ['identities', 'sso_identities'],
  roles: ['roles'],
  'urn:logto:scope:organizations': ['organizations', 'organization_data'],
  'urn:logto:scope:organization_roles': ['organization_roles'],
} as const;

/** Extended claims that the ID token carries too; the others are userinfo's alone, which keeps the ID token small. */
const extendedInIdToken: ReadonlySet<string> = new Set(['roles', 'organizations', 'organization_roles']);

const extendedScopes = ['custom_data', 'identities', 'roles'];

/** Whether `scope` asks for claims that need another read. */
export const needsExtendedClaims = (scope: string): boolean =>
  scope.split(' ').some(name => extendedScopes.includes(name));

const profileClaims: Readonly<Record<string, string>> = {
  family_name: 'familyName',
  given_name: 'givenName',
  middle_name: 'middleName',
  nickname: 'nickname',
  preferred_username: 'preferredUsername',
  profile: 'profile',
  website: 'website',
  gender: 'gender',
  birthdate: 'birthdate',
  zoneinfo: 'zoneinfo',
  locale: 'locale',
};

/**
 * Everything that may be said about the user; the engine takes from it what the granted scopes give.
 *
 * What applications always read is there even when empty, as null; verified flags are always booleans,
 * since client libraries refuse a null there. Instants are milliseconds, as applications expect them.
 */
export function accountClaims(
  user: AccountRow,
  extended: ExtendedClaimsRow | undefined,
  use: string,
): Record<string, unknown> {
  const fromProfile = Object.entries(profileClaims)
    .map(([claim, key]) => [claim, user.profile[key]] as const)
    .filter(([, value]) => value !== undefined && value !== null);
  const claims: Record<string, unknown> = {
    name: user.name,
    picture: user.avatar,
    username: user.username,
    preferred_username: user.username ?? undefined,
    ...Object.fromEntries(fromProfile),
    created_at: user.created_at.getTime(),
    updated_at: user.updated_at.getTime(),
    email: user.primary_email,
    email_verified: user.primary_email !== null,
    phone_number: user.primary_phone,
    phone_number_verified: user.primary_phone !== null,
    address: user.profile['address'] ?? undefined,
  };
  const rarer: Record<string, unknown> = {
    custom_data: extended?.custom_data ?? {},
    identities: extended?.identities ?? {},
    sso_identities: extended?.sso_identities ?? [],
    roles: extended?.roles ?? [],
    // There are no organizations; applications that ask for them get the empty list that they can read.
    organizations: [],
    organization_data: [],
    organization_roles: [],
  };
  for (const [claim, value] of Object.entries(rarer)) {
    if (use !== 'id_token' || extendedInIdToken.has(claim)) claims[claim] = value;
  }
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
}
