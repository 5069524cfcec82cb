import { signInMethodMembers } from '@freehold/contract';
import { JsonText, OneTripRead } from '../operation/index.ts';
import { findOwnSignInMethods } from './account.store.ts';
import { requireOpen, visibleMembers } from './visible-members.ts';

const visible = visibleMembers(signInMethodMembers);

/** Reads since when the caller's ways to sign in are there: what the account itself, fixed by its contract, does not say. */
export const getSignInMethods = new OneTripRead(async ({ database, tenantId, tokenHash, now }) => {
  const { methods, readable, scope_bits } = requireOpen(await findOwnSignInMethods(database, tenantId, tokenHash, now));
  return new JsonText(visible(methods, { scopeBits: scope_bits, readable }));
});
