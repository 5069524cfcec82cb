import type { User, UserPatch } from '@freehold/contract';

/** Members of the profile that are one line of text. */
export const profileTexts = [
  'givenName',
  'middleName',
  'familyName',
  'nickname',
  'preferredUsername',
  'gender',
  'birthdate',
  'website',
  'profile',
  'zoneinfo',
  'locale',
] as const;

/** Members of the address. */
export const addressTexts = ['formatted', 'streetAddress', 'locality', 'region', 'postalCode', 'country'] as const;

export type ProfileText = (typeof profileTexts)[number];
export type AddressText = (typeof addressTexts)[number];
/** What is edited on the tab, by name; empty text is what is not set. */
export type DraftField = 'name' | ProfileText | `address.${AddressText}`;
export type Draft = Readonly<Record<DraftField, string>>;

/** What a person's profile is, as a form has it. */
export function draftOf({ name, profile }: Pick<User, 'name' | 'profile'>): Draft {
  return Object.fromEntries([
    ['name', name ?? ''],
    ...profileTexts.map(member => [member, profile[member] ?? '']),
    ...addressTexts.map(member => [`address.${member}`, profile.address?.[member] ?? '']),
  ]) as Draft;
}

/** The fields in which the form differs from what it was filled with. */
export const changedFields = (before: Draft, draft: Draft): DraftField[] =>
  (Object.keys(draft) as DraftField[]).filter(field => draft[field] !== before[field]);

/** What I changed since I began, laid over what somebody else has saved meanwhile. */
export const layOver = (before: Draft, mine: Draft, now: Draft): Draft => ({
  ...now,
  ...Object.fromEntries(changedFields(before, mine).map(field => [field, mine[field]])),
});

/**
 * What to send so that what was changed becomes what the form says. The server replaces the profile as a whole, and the form
 * shows the whole: whoever sends it says by `If-Match` what they began with.
 */
export function patchOf(before: Draft, draft: Draft): UserPatch {
  const changed = changedFields(before, draft);
  return {
    ...(changed.includes('name') && { name: draft.name === '' ? null : draft.name }),
    ...(changed.some(field => field !== 'name') && { profile: profileOf(draft) }),
  };
}

function profileOf(draft: Draft): User['profile'] {
  const texts = membersOf(draft, profileTexts, member => member);
  const address = membersOf(draft, addressTexts, member => `address.${member}`);
  return { ...texts, ...(Object.keys(address).length > 0 && { address }) };
}

const membersOf = <Member extends string>(
  draft: Draft,
  members: readonly Member[],
  field: (member: Member) => DraftField,
) => Object.fromEntries(members.map(member => [member, draft[field(member)]]).filter(([, value]) => value !== ''));
