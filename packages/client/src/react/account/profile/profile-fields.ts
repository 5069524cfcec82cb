import type { AccountCenter, ProfileChange } from '@freehold/contract';
import type { AccountView } from '../../account-store.ts';
import { fieldState } from '../../fields.ts';

/** Members of the profile that are one text each. */
export const profileTexts = [
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
] as const satisfies readonly Exclude<keyof ProfileChange, 'address'>[];
export type ProfileTextName = (typeof profileTexts)[number];

/** Parts of an address. */
export const addressParts = ['streetAddress', 'locality', 'region', 'postalCode', 'country', 'formatted'] as const;
export type AddressPart = (typeof addressParts)[number];

/** A card of the profile page; the texts of the profile are one form, in their order. */
export type ProfileCard =
  | { readonly card: 'avatar' | 'name' | 'address' }
  | { readonly card: 'details'; readonly fields: readonly ProfileTextName[] };

/** Languages that put the family before the person. */
const familyFirst = /^(?:zh|ja|ko|hu)\b/;

/** The names of a person in the order of their language, then what else there is to say of them. */
function defaultOrder(locale: string): readonly string[] {
  const names = familyFirst.test(locale)
    ? ['familyName', 'givenName', 'middleName']
    : ['givenName', 'middleName', 'familyName'];
  return ['avatar', 'name', ...names, ...profileTexts.filter(name => !names.includes(name)), 'address'];
}

const isText = (name: string): name is ProfileTextName => (profileTexts as readonly string[]).includes(name);

/** The cards of the profile, in the order in which the administrator names their fields; all of them where nothing is named. */
export function profileCards(settings: Pick<AccountCenter, 'profileFields'>, locale: string): readonly ProfileCard[] {
  const named = settings.profileFields?.map(({ name }) => name) ?? defaultOrder(locale);
  const order = [...new Set(named)];
  const fields = order.filter(isText);
  const cards: ProfileCard[] = [];
  for (const name of order) {
    if (name === 'avatar' || name === 'name' || name === 'address') cards.push({ card: name });
    else if (name === fields[0]) cards.push({ card: 'details', fields });
  }
  return cards;
}

/** The cards that this account shows. */
export function shownCards(view: AccountView, locale: string): readonly ProfileCard[] {
  return profileCards(view.settings, locale).filter(({ card }) =>
    card === 'avatar' || card === 'name' ? fieldState(view, card) !== 'off' : fieldState(view, 'profile') !== 'off',
  );
}

/** The parts of an address in the order in which letters are addressed where the language is spoken. */
export function addressOrder(locale: string): readonly AddressPart[] {
  if (/^(?:ja|ko)\b/.test(locale)) return ['postalCode', 'region', 'locality', 'streetAddress', 'country'];
  if (/^zh\b/.test(locale)) return ['country', 'postalCode', 'region', 'locality', 'streetAddress'];
  if (/^(?:de|fr|es)\b/.test(locale)) return ['streetAddress', 'postalCode', 'locality', 'region', 'country'];
  return ['streetAddress', 'locality', 'region', 'postalCode', 'country'];
}
