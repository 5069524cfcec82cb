/**
 * What a person does with their own account: read it, change it, one file an operation.
 *
 * Owns the account's representation (`account.store.ts` has the database write all of it as JSON text,
 * `visible-members.ts` leaves out what a token may not see) and the change under lock (`change-account.ts`).
 * Who calls, whether a field is open and whether a proof is needed is settled before it, from the
 * route's guards. It does not sign anybody in (`sign-in/`), does not prove anything
 * (`verification/`) and does not act on other people's accounts (`users/`).
 */
import type { accountRoutes, identifierRoutes, identityRoutes } from '@freehold/contract';
import type { Handlers } from '../operation/index.ts';
import type { IdentityNeeds } from './bind-identity.ts';
import { type ChangePasswordNeeds, changePassword } from './change-password.ts';
import { changePrimaryEmail } from './change-primary-email.ts';
import { changePrimaryPhone } from './change-primary-phone.ts';
import { getAccount } from './get-account.ts';
import { getIdentityAccessToken } from './get-identity-access-token.ts';
import { getSignInMethods } from './get-sign-in-methods.ts';
import { getSsoIdentityAccessToken } from './get-sso-identity-access-token.ts';
import { linkIdentity } from './link-identity.ts';
import { removePrimaryEmail } from './remove-primary-email.ts';
import { removePrimaryPhone } from './remove-primary-phone.ts';
import { replaceIdentity } from './replace-identity.ts';
import { storeIdentityAccessToken } from './store-identity-access-token.ts';
import { unlinkIdentity } from './unlink-identity.ts';
import { updateAccount } from './update-account.ts';
import { updateProfile } from './update-profile.ts';

/** The operations of the Account API. */
export const accountHandlers = (needs: ChangePasswordNeeds): Handlers<typeof accountRoutes> => ({
  getAccount,
  getSignInMethods,
  updateAccount,
  updateProfile,
  changePassword: changePassword(needs),
});

/** The operations on the primary email and phone. */
export const identifierHandlers: Handlers<typeof identifierRoutes> = {
  changePrimaryEmail,
  removePrimaryEmail,
  changePrimaryPhone,
  removePrimaryPhone,
};

/** The operations on linked identities and the tokens of their providers. */
export const identityHandlers = (needs: IdentityNeeds): Handlers<typeof identityRoutes> => ({
  linkIdentity: linkIdentity(needs),
  replaceIdentity: replaceIdentity(needs),
  unlinkIdentity,
  getIdentityAccessToken: getIdentityAccessToken(needs),
  storeIdentityAccessToken: storeIdentityAccessToken(needs),
  getSsoIdentityAccessToken,
});
