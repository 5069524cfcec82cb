import type { AccountView } from '../account-store.ts';
import { fieldState } from '../fields.ts';
import type { Place } from '../navigation.tsx';

/** Something that the person had better do, and where. */
export interface Attention {
  readonly about: 'no_proof' | 'no_email' | 'no_password';
  readonly place: Place;
  /** What is to be done there. */
  readonly by: 'email' | 'phone' | 'password';
}

/** What needs attention, as far as the account tells, worst first; only what the person can do something about. */
export function attention(view: AccountView): readonly Attention[] {
  const { account, experience } = view;
  const missing = {
    email: account.primaryEmail === null && fieldState(view, 'email') === 'edit',
    phone: account.primaryPhone === null && fieldState(view, 'phone') === 'edit',
    password: account.hasPassword === false && fieldState(view, 'password') === 'edit',
  };
  // Without any of the three there is nothing to confirm who they are with, nor to get back in with.
  if (!account.hasSecurityVerificationMethod) {
    const by = missing.email ? 'email' : missing.password ? 'password' : missing.phone ? 'phone' : undefined;
    return by === undefined ? [] : [{ about: 'no_proof', place: `security/${by}`, by }];
  }
  const found: Attention[] = [];
  if (missing.email) found.push({ about: 'no_email', place: 'security/email', by: 'email' });
  const passwordsServe = experience.signIn.methods.some(({ password }) => password);
  if (missing.password && passwordsServe) {
    found.push({ about: 'no_password', place: 'security/password', by: 'password' });
  }
  return found;
}
