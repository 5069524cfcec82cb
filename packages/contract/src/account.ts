/** What a person reads and changes of their own account. */
import { z } from 'zod';
import { AvatarUrl, CustomData, ProfileText, Text, Username } from './formats.ts';
import { edits, firstParty, proof, route, scope, sent, sentNull, sentValue } from './route.ts';

/** OpenID Connect standard claims about a person, in camel case. Text as the person wrote it; nothing is verified. */
export const Address = z.object({
  formatted: ProfileText.optional(),
  streetAddress: ProfileText.optional(),
  locality: ProfileText.optional(),
  region: ProfileText.optional(),
  postalCode: ProfileText.optional(),
  country: ProfileText.optional(),
});

const profileTexts = {
  familyName: ProfileText,
  givenName: ProfileText,
  middleName: ProfileText,
  nickname: ProfileText,
  preferredUsername: ProfileText,
  profile: ProfileText,
  website: ProfileText,
  gender: ProfileText,
  birthdate: ProfileText,
  zoneinfo: ProfileText,
  locale: ProfileText,
} as const;

type ProfileTexts = typeof profileTexts;
const mapTexts = <S extends z.ZodType>(wrap: (text: typeof ProfileText) => S) =>
  Object.fromEntries(Object.entries(profileTexts).map(([key, text]) => [key, wrap(text)])) as {
    [K in keyof ProfileTexts]: S;
  };

/** A stored profile: only members that are set. */
export const Profile = z.object({ ...mapTexts(text => text.optional()), address: Address.optional() });
export type Profile = z.output<typeof Profile>;

/** A change of the profile: a member replaces, null unsets, absent keeps. `address` is replaced as a whole. */
export const ProfileChange = z.object({
  ...mapTexts(text => text.nullable().optional()),
  address: Address.nullable().optional(),
});
export type ProfileChange = z.output<typeof ProfileChange>;

/** Milliseconds since the epoch. */
const Instant = z.int().describe('Milliseconds since the epoch');

export const SocialIdentity = z.object({ userId: z.string(), details: z.record(z.string(), z.json()).optional() });
export const SsoIdentity = z.object({
  id: z.string(),
  issuer: z.string(),
  identityId: z.string(),
  ssoConnectorId: z.string(),
  detail: z.record(z.string(), z.json()),
});

/** The account as its owner sees it: members that the token's scopes or the field policy close are absent. */
export const Account = z.object({
  id: z.string(),
  username: z.string().nullable().optional(),
  name: z.string().nullable().optional(),
  avatar: z.string().nullable().optional(),
  profile: Profile.optional(),
  primaryEmail: z.string().nullable().optional(),
  primaryPhone: z.string().nullable().optional(),
  identities: z.record(z.string(), SocialIdentity).optional(),
  ssoIdentities: z.array(SsoIdentity).optional(),
  customData: z.record(z.string(), z.json()).optional(),
  hasPassword: z.boolean().optional(),
  password: z.boolean().optional().describe('Same as hasPassword'),
  lastSignInAt: Instant.nullable().optional(),
  createdAt: Instant.optional(),
  updatedAt: Instant.optional(),
  applicationId: z.string().nullable().optional().describe('The first application that the person signed in to'),
  cimdClientId: z.string().nullable().optional(),
  isSuspended: z.boolean().optional(),
  hasSecurityVerificationMethod: z.boolean().describe('Has a password, a primary email or a primary phone'),
});
export type Account = z.output<typeof Account>;

/** What a person signs in with, and since when; under the rules of the account's members. */
export const SignInMethods = z.object({
  password: z
    .object({
      isSet: z.boolean(),
      updatedAt: Instant.nullable().describe(
        'When it was set or changed; `null` for one that is not set, or came from another system',
      ),
    })
    .optional(),
  identities: z
    .record(z.string(), z.object({ linkedAt: Instant.describe('When it was linked here') }))
    .optional()
    .describe('By the target of the provider'),
});
export type SignInMethods = z.output<typeof SignInMethods>;

export const accountRoutes = {
  getAccount: route({
    method: 'GET',
    path: '/api/my-account',
    summary: 'Read the account',
    description:
      'Returns what the scopes of the token and the field policy of the administrator both open. The answer carries an `ETag`; `If-None-Match` answers 304.',
    tag: 'Account',
    caller: 'account',
    responses: { 200: Account },
    errors: [],
  }),
  getSignInMethods: route({
    method: 'GET',
    path: '/api/my-account/sign-in-methods',
    summary: 'Read since when the ways to sign in are there',
    description:
      'Says of the password when it was set or changed last, and of each linked identity when it was linked. `password` is there where `hasPassword` of the account is, `identities` where `identities` is.',
    tag: 'Account',
    caller: 'account',
    responses: { 200: SignInMethods },
    errors: [],
  }),
  updateAccount: route({
    method: 'PATCH',
    path: '/api/my-account',
    summary: 'Change username, name, avatar or custom data',
    description:
      'Absent members are kept, `null` clears. `customData` is replaced as a whole. Whether a change of the username needs a proof is up to the step-up policy: by default it does not, removing the username does.',
    tag: 'Account',
    caller: 'account',
    guards: [
      edits('name', sent('name')),
      edits('avatar', sent('avatar')),
      edits('username', sent('username')),
      edits('customData', sent('customData')),
      scope('profile', 400),
      scope('custom_data', 400, sent('customData')),
      firstParty,
      proof('username.change', sentValue('username')),
      proof('username.remove', sentNull('username')),
    ],
    ifMatch: true,
    body: z.object({
      // Longer names are a 422 of the database's column on the wire, not a malformed request.
      name: Text.nullable().optional(),
      avatar: AvatarUrl.nullable().optional(),
      username: Username.nullable().optional(),
      customData: CustomData.optional(),
    }),
    responses: { 200: Account },
    errors: ['user.username_already_in_use', 'user.last_sign_in_method_required', 'entity.value_too_long'],
  }),
  updateProfile: route({
    method: 'PATCH',
    path: '/api/my-account/profile',
    summary: 'Change the profile',
    description:
      'Merges into the stored profile: a member replaces, `null` unsets it, absent members are kept. `address` is replaced as a whole. Returns the whole profile; its `address` only to a token with the scope `address`.',
    tag: 'Account',
    caller: 'account',
    guards: [edits('profile'), scope('profile', 400), scope('address', 400, sent('address')), firstParty],
    ifMatch: true,
    body: ProfileChange,
    responses: { 200: Profile },
    errors: [],
  }),
  changePassword: route({
    method: 'POST',
    path: '/api/my-account/password',
    summary: 'Set or change the password',
    description:
      'The proof of identity stands in for the old password. A user without any way to prove themselves may set a first password without one. Other sessions of the user end unless the step-up policy keeps them.',
    tag: 'Account',
    caller: 'account',
    guards: [firstParty, proof('password.set'), edits('password')],
    ifMatch: true,
    body: z.object({ password: z.string().min(1) }),
    responses: { 204: null },
    errors: ['password.rejected', 'user.same_password', 'server.busy'],
  }),
} as const;
