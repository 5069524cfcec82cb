import type { AccountView } from '../../account-store.ts';

/** What somebody has to do before they can do without a linked account. */
export type NeedFirst =
  /** Add something to sign in with: this is all that there is. */
  | 'another_way'
  /** Create a password: what they sign in with needs one, and they have none. */
  | 'password';

/**
 * Whether somebody could still sign in without what is linked at `target`. The server refuses to take the last identifier
 * away; that a username without a password opens nothing, it leaves to the page to say. Undefined: nothing is in the way, or
 * what would be is hidden from this page, and the server decides.
 */
export function neededBeforeUnlinking(
  { account, experience }: Pick<AccountView, 'account' | 'experience'>,
  target: string,
): NeedFirst | undefined {
  const { identities = {}, ssoIdentities = [], hasPassword } = account;
  if (Object.keys(identities).some(other => other !== target) || ssoIdentities.length > 0) return undefined;
  const values = { username: account.username, email: account.primaryEmail, phone: account.primaryPhone };
  if (Object.values(values).includes(undefined)) return undefined;
  const kinds = (['username', 'email', 'phone'] as const).filter(kind => values[kind] !== null);
  if (kinds.length === 0) return 'another_way';
  const methods = experience.signIn.methods.filter(({ identifier }) => kinds.includes(identifier));
  if (methods.some(({ verificationCode }) => verificationCode)) return undefined;
  if (!methods.some(({ password }) => password)) return 'another_way';
  return hasPassword === false ? 'password' : undefined;
}
