import type { AccountView } from '../account-store.ts';
import { fieldState, type ShownField } from '../fields.ts';
import type { WordKey } from '../kit/index.ts';
import type { Place } from '../navigation.tsx';
import { shownCards } from './profile/profile-fields.ts';

/** A part of the account that the navigation leads to. */
export interface Section {
  readonly place: Place;
  readonly name: WordKey;
  /** Whether there is anything in it for this person: one without is not shown at all. */
  readonly isOpen: (view: AccountView) => boolean;
}

/** The rows of the security list, in their order, and the task behind each. */
export const securityRows = [
  { field: 'username', place: 'security/username', name: 'identifier.username' },
  { field: 'email', place: 'security/email', name: 'identifier.email' },
  { field: 'phone', place: 'security/phone', name: 'identifier.phone' },
  { field: 'password', place: 'security/password', name: 'password.label' },
  { field: 'social', place: 'security/linked', name: 'account.linked' },
] as const satisfies readonly { readonly field: ShownField; readonly place: Place; readonly name: WordKey }[];

/**
 * The sections in the order of the navigation; the overview stands before them. Devices, apps and activity follow here, and
 * after a divider "your data", once the API has something to show in them: a line each, and a page in `account-center.tsx`.
 */
export const sections: readonly Section[] = [
  { place: 'profile', name: 'account.profile', isOpen: view => shownCards(view, 'en').length > 0 },
  {
    place: 'security',
    name: 'account.security',
    isOpen: view => securityRows.some(({ field }) => fieldState(view, field) !== 'off'),
  },
];

/** The sections that hold anything for this person. */
export function openSections(view: AccountView): readonly Section[] {
  return sections.filter(({ isOpen }) => isOpen(view));
}

/** What there is at a place: a page, one that this account does not have, or nothing at all. */
export type Whereabouts =
  | { readonly at: 'page'; readonly page: Place; readonly section: Place }
  | { readonly at: 'closed'; readonly section: Place }
  | { readonly at: 'nowhere' };

/** Where a place leads. Somebody who has one section alone has no overview of it: that section is their account. */
export function whereabouts(view: AccountView, place: string): Whereabouts {
  const open = openSections(view);
  const path = place.replace(/\/+$/, '');
  if (path === '') {
    const [only, ...others] = open;
    const page = only !== undefined && others.length === 0 ? only.place : '';
    return { at: 'page', page, section: page };
  }
  const section = sections.find(one => one.place === path);
  if (section !== undefined) {
    return open.includes(section)
      ? { at: 'page', page: section.place, section: section.place }
      : { at: 'closed', section: section.place };
  }
  const task = path.startsWith('security/linked/') ? 'security/linked' : path;
  const row = securityRows.find(one => one.place === task);
  if (row === undefined) return { at: 'nowhere' };
  if (fieldState(view, row.field) === 'off') return { at: 'closed', section: 'security' };
  return { at: 'page', page: row.place, section: 'security' };
}
