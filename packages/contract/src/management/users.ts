/** Users, as services and administrators keep them. */
import { z } from 'zod';
import { Profile, ProfileChange, SocialIdentity, SsoIdentity } from '../account.ts';
import { AvatarUrl, CustomData, Email, Phone, Text, Username } from '../formats.ts';
import { route } from '../route.ts';

const Instant = z.int().describe('Milliseconds since the epoch');

/** How a digest that is imported was made. */
export const PasswordAlgorithmName = z.enum([
  'Argon2i',
  'Argon2id',
  'Argon2d',
  'Bcrypt',
  'SHA1',
  'SHA256',
  'MD5',
  'Legacy',
]);

/** A user. */
export const User = z.object({
  id: z.string(),
  username: z.string().nullable(),
  primaryEmail: z.string().nullable(),
  primaryPhone: z.string().nullable(),
  name: z.string().nullable(),
  avatar: z.string().nullable(),
  customData: z.record(z.string(), z.json()),
  identities: z.record(z.string(), SocialIdentity),
  lastSignInAt: Instant.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  profile: Profile,
  applicationId: z.string().nullable(),
  cimdClientId: z.string().nullable(),
  isSuspended: z.boolean(),
  hasPassword: z.boolean(),
  ssoIdentities: z.array(SsoIdentity).optional(),
  passwordDigest: z.string().nullable().optional(),
  passwordAlgorithm: z.string().nullable().optional(),
});
export type User = z.output<typeof User>;

const clearable = <S extends z.ZodType>(schema: S) =>
  z
    .union([schema, z.literal('')])
    .nullable()
    .optional()
    .describe('Empty text and null clear it');

/** Members that an administrator sets. Lengths beyond what can be stored are answered as 422, not as a malformed request. */
const userMembers = {
  username: clearable(Username),
  primaryEmail: clearable(Email),
  primaryPhone: clearable(Phone).describe('Country code and number, digits only'),
  name: clearable(Text),
  avatar: clearable(AvatarUrl),
  customData: CustomData.optional().describe('Replaces the whole object'),
  profile: Profile.optional().describe('Replaces the whole object'),
};

export const NewUser = z.object({
  ...userMembers,
  password: z.string().min(1).optional(),
  passwordDigest: Text.max(256).optional(),
  passwordAlgorithm: PasswordAlgorithmName.optional(),
});
export type NewUser = z.output<typeof NewUser>;

export const UserPatch = z.object(userMembers);
export type UserPatch = z.output<typeof UserPatch>;

const Parameter = z.union([z.string(), z.array(z.string())]);

/** Fields that a search looks into. */
export const userSearchFields = ['id', 'primaryEmail', 'primaryPhone', 'username', 'name'] as const;
export type UserSearchField = (typeof userSearchFields)[number];

/** Also `search.<field>` and `mode.<field>`, for each of {@link userSearchFields}. */
const UserSearch = z
  .object({
    search: Parameter.optional().describe('Looks into all fields; `%` stands for any text, `_` for any character'),
    mode: Parameter.optional().describe('`like` (default), `exact`, `similar_to` or `posix`'),
    joint: Parameter.optional().describe('`or` (default): one field must match; `and`: all of them'),
    isCaseSensitive: Parameter.optional().describe('`true` or `false` (default)'),
    isSuspended: z
      .enum(['true', 'false'])
      .optional()
      .describe('Only those who are suspended, or only those who are not'),
  })
  .catchall(Parameter);

const Flag = z
  .enum(['true', 'false', '1', '0', ''])
  .transform(value => value === 'true' || value === '1' || value === '');

const UserId = z.object({ userId: Text.max(128) });

const identifierErrors = [
  'user.username_already_in_use',
  'user.email_already_in_use',
  'user.phone_already_in_use',
  'user.invalid_phone',
  'entity.value_too_long',
  'user.username_too_short',
  'user.username_too_long',
  'user.username_uppercase_not_allowed',
  'user.username_lowercase_not_allowed',
  'user.username_numbers_not_allowed',
  'user.username_underscore_not_allowed',
] as const;

export const userRoutes = {
  createUser: route({
    method: 'POST',
    path: '/api/users',
    summary: 'Create a user',
    description:
      'All members are optional. The password policy is not applied. A digest from another system is taken over with `passwordDigest` and `passwordAlgorithm` and replaced by our own when its owner signs in. Default roles are assigned.',
    tag: 'Management',
    caller: 'management',
    body: NewUser,
    responses: { 200: User },
    errors: [
      'user.password_and_digest',
      'user.password_algorithm_required',
      'entity.invalid_input',
      'server.busy',
      ...identifierErrors,
    ],
  }),
  listUsers: route({
    method: 'GET',
    path: '/api/users',
    summary: 'List and search users',
    description:
      '`search` looks into id, email, phone, username and name; `search.<field>` into one of them, with a `mode.<field>` of its own. `isSuspended` narrows what a search finds, or the whole list. The newest users come first.',
    tag: 'Management',
    caller: 'management',
    query: UserSearch,
    pagination: 'always',
    responses: { 200: z.array(User) },
    errors: ['request.invalid_input'],
  }),
  getUser: route({
    method: 'GET',
    path: '/api/users/:userId',
    summary: 'Read a user',
    tag: 'Management',
    caller: 'management',
    params: UserId,
    query: z.object({ includeSsoIdentities: Flag.optional(), includePasswordHash: Flag.optional() }),
    responses: { 200: User },
    errors: ['entity.not_found'],
  }),
  updateUser: route({
    method: 'PATCH',
    path: '/api/users/:userId',
    summary: 'Change a user',
    description:
      'Absent members are kept; empty text and null clear. `customData` and `profile` are replaced as a whole. A change of email or phone ends the sessions of the user unless the step-up policy keeps them.',
    tag: 'Management',
    caller: 'management',
    ifMatch: true,
    params: UserId,
    body: UserPatch,
    responses: { 200: User },
    errors: ['entity.not_found', ...identifierErrors],
  }),
  deleteUser: route({
    method: 'DELETE',
    path: '/api/users/:userId',
    summary: 'Delete a user',
    description: 'Ends all sessions and tokens, and destroys the key of what the security log holds about the person.',
    tag: 'Management',
    caller: 'management',
    params: UserId,
    responses: { 204: null },
    errors: ['entity.not_found', 'user.cannot_delete_self'],
  }),
  setUserPassword: route({
    method: 'PATCH',
    path: '/api/users/:userId/password',
    summary: 'Set the password of a user',
    description:
      'The password policy is not applied. The sessions of the user end unless the step-up policy keeps them.',
    tag: 'Management',
    caller: 'management',
    params: UserId,
    body: z.object({ password: z.string().min(1) }),
    responses: { 200: User },
    errors: ['entity.not_found', 'server.busy'],
  }),
  verifyUserPassword: route({
    method: 'POST',
    path: '/api/users/:userId/password/verify',
    summary: 'Check a password of a user',
    tag: 'Management',
    caller: 'management',
    params: UserId,
    body: z.object({ password: z.string().min(1) }),
    responses: { 204: null },
    errors: ['entity.not_found', 'session.invalid_credentials', 'server.busy'],
  }),
  hasUserPassword: route({
    method: 'GET',
    path: '/api/users/:userId/has-password',
    summary: 'Read whether a user has a password',
    tag: 'Management',
    caller: 'management',
    params: UserId,
    responses: { 200: z.object({ hasPassword: z.boolean() }) },
    errors: ['entity.not_found'],
  }),
  expireUserPassword: route({
    method: 'PATCH',
    path: '/api/users/:userId/password/expiration',
    summary: 'Mark the password of a user as expired',
    tag: 'Management',
    caller: 'management',
    params: UserId,
    body: z.object({ isExpired: z.boolean() }),
    responses: { 200: User },
    errors: ['entity.not_found', 'sign_in_experiences.password_expiration_not_enabled'],
  }),
  suspendUser: route({
    method: 'PATCH',
    path: '/api/users/:userId/is-suspended',
    summary: 'Suspend a user or lift the suspension',
    description: 'A suspended user cannot sign in; sessions and tokens end at once.',
    tag: 'Management',
    caller: 'management',
    params: UserId,
    body: z.object({ isSuspended: z.boolean() }),
    responses: { 200: User },
    errors: ['entity.not_found', 'user.cannot_suspend_self'],
  }),
  getUserCustomData: route({
    method: 'GET',
    path: '/api/users/:userId/custom-data',
    summary: 'Read the custom data of a user',
    tag: 'Management',
    caller: 'management',
    params: UserId,
    responses: { 200: z.record(z.string(), z.json()) },
    errors: ['entity.not_found'],
  }),
  updateUserCustomData: route({
    method: 'PATCH',
    path: '/api/users/:userId/custom-data',
    summary: 'Merge into the custom data of a user',
    description: 'Members that are sent replace those of the same name, all others are kept.',
    tag: 'Management',
    caller: 'management',
    params: UserId,
    body: z.object({ customData: CustomData }),
    responses: { 200: z.record(z.string(), z.json()) },
    errors: ['entity.not_found', 'entity.value_too_long'],
  }),
  updateUserProfile: route({
    method: 'PATCH',
    path: '/api/users/:userId/profile',
    summary: 'Merge into the profile of a user',
    description:
      'A member replaces, `null` unsets it, absent members are kept; `address` is replaced as a whole. Returns the whole profile.',
    tag: 'Management',
    caller: 'management',
    params: UserId,
    body: z.object({ profile: ProfileChange }),
    responses: { 200: Profile },
    errors: ['entity.not_found'],
  }),
} as const;
