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

/** Whether somebody else has meanwhile changed a field that is changed here, and to something else. */
export const clashes = (before: Draft, mine: Draft, now: Draft): boolean =>
  changedFields(before, mine).some(field => now[field] !== before[field] && now[field] !== mine[field]);

/** What I changed since I began, laid over what somebody else has saved meanwhile. */
export const layOver = (before: Draft, mine: Draft, now: Draft): Draft => ({
  ...now,
  ...Object.fromEntries(changedFields(before, mine).map(field => [field, mine[field]])),
});

/**
 * What to send so that these fields, and no others, become what the form says: the profile is replaced as a whole, so it
 * begins with what it is now, which may be more than the form was filled with.
 */
export function patchOf(now: Pick<User, 'profile'>, draft: Draft, changed: readonly DraftField[]): UserPatch {
  const ofProfile = changed.filter(field => field !== 'name');
  const { address: addressNow, ...textsNow } = now.profile;
  const texts: Record<string, string | undefined> = { ...textsNow };
  const address: Record<string, string | undefined> = { ...addressNow };
  for (const field of ofProfile) {
    const [target, member] = field.startsWith('address.') ? [address, field.slice('address.'.length)] : [texts, field];
    if (draft[field] === '') delete target[member];
    else target[member] = draft[field];
  }
  return {
    ...(changed.includes('name') && { name: draft.name === '' ? null : draft.name }),
    ...(ofProfile.length > 0 && {
      profile: { ...texts, ...(Object.keys(address).length > 0 && { address }) },
    }),
  };
}
