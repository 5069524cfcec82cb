import type { Account, AccountField, ProofMethod } from '@freehold/contract';
import type { AccountView } from './account-store.ts';

/** How far a person may go with a field of their account: not even see it, see it, change it. */
export type FieldState = 'off' | 'readOnly' | 'edit';

/** The member of the account that a field shows. */
const members = {
  name: 'name',
  avatar: 'avatar',
  profile: 'profile',
  username: 'username',
  email: 'primaryEmail',
  phone: 'primaryPhone',
  password: 'hasPassword',
  social: 'identities',
  customData: 'customData',
} as const satisfies Partial<Record<AccountField, keyof Account>>;

/** A field that has a member of the account. */
export type ShownField = keyof typeof members;

/**
 * What the settings and the scopes of the token make of a field together: a member that the account came without is not
 * there to be changed either.
 */
export function fieldState({ account, settings }: AccountView, field: ShownField): FieldState {
  if (account[members[field]] === undefined) return 'off';
  const setting = settings.fields[field] ?? 'Off';
  return setting === 'Edit' ? 'edit' : setting === 'ReadOnly' ? 'readOnly' : 'off';
}

/** Ways to sign in that the account has; whoever has one alone cannot remove it. */
export function waysIn({ account }: AccountView): number {
  const { username, primaryEmail, primaryPhone, identities, ssoIdentities } = account;
  const identifiers = [username, primaryEmail, primaryPhone].filter(value => value !== undefined && value !== null);
  return identifiers.length + Object.keys(identities ?? {}).length + (ssoIdentities ?? []).length;
}

/**
 * Whether one of these is known to be the only way in: then it cannot be removed. Where some of them may not be seen, the
 * server alone can tell.
 */
export function isOnlyWayIn(view: AccountView): boolean {
  const { username, primaryEmail, primaryPhone, identities } = view.account;
  const seen = [username, primaryEmail, primaryPhone, identities].every(member => member !== undefined);
  return seen && waysIn(view) === 1;
}

/** Strongest first, as the server orders them. */
export type { ProofMethod };

/** Whether people sign in here with what the field holds. */
export const signsInWith = ({ experience }: Pick<AccountView, 'experience'>, field: ShownField): boolean =>
  experience.signIn.methods.some(({ identifier }) => identifier === field);
