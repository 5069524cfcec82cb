/**
 * Users: the End-Users of a tenant with their identifiers, profile, custom data and stored password.
 *
 * Owns `users` and the identities linked to them, and the Management API's `/api/users`. It neither hashes passwords
 * (`factors/`) nor knows sessions, proofs or roles: what must end when an administrator takes something away is handed to
 * {@link userHandlers}. People change their own account in `account/` and make one in `sign-in/`; both write through
 * here, so that every identifier is keyed and judged in one way.
 */
import type { userIdentityRoutes, userRoutes } from '@freehold/contract';
import type { Handlers } from '../operation/index.ts';
import type { AdministrationDependencies, EndingDependencies } from './change-user.ts';
import { type CreateUserDependencies, createUser } from './create-user.ts';
import { deleteUser } from './delete-user.ts';
import { deleteUserIdentity } from './delete-user-identity.ts';
import { expireUserPassword } from './expire-user-password.ts';
import { getUser } from './get-user.ts';
import { getUserCustomData } from './get-user-custom-data.ts';
import { getUserIdentity } from './get-user-identity.ts';
import { hasUserPassword } from './has-user-password.ts';
import type { IdentityDependencies } from './identity-dependencies.ts';
import { linkUserIdentity } from './link-user-identity.ts';
import { listUsers } from './list-users.ts';
import { setUserIdentity } from './set-user-identity.ts';
import { setUserPassword } from './set-user-password.ts';
import { suspendUser } from './suspend-user.ts';
import { updateUser as updateUserOperation } from './update-user.ts';
import { updateUserCustomData } from './update-user-custom-data.ts';
import { updateUserProfile } from './update-user-profile.ts';
import { verifyUserPassword } from './verify-user-password.ts';

export { addUser } from './add-user.ts';
export { type Addressee, findAddressee } from './addressee.store.ts';
export { findUserByIdentifier, type IdentifierType } from './find-user-by-identifier.store.ts';
export { findUserByIdentity } from './find-user-by-identity.store.ts';
export { rethrowIdentifierProblem } from './identifier-problem.ts';
export { emailColumns, emailKey, normalizePhone, usernameColumns, usernameKey } from './identifiers.ts';
export { listIdentityTargets } from './identities.store.ts';
export { rememberDevice } from './known-devices.store.ts';
export { checkLength, isTooLong } from './limits.ts';
export { type IdentityLink, linkIdentity, type UserInChange, unlinkIdentity } from './link-identity.ts';
export { findMeansOfProof } from './means-of-proof.ts';
export { mergeProfile } from './merge-profile.ts';
export { rehashPassword } from './rehash-password.ts';
export { storedPassword } from './stored-password.ts';
export { userView } from './user-view.ts';
export {
  countLinkedIdentities,
  deleteUserRow,
  findUser,
  findUserWithIdentities,
  lockUser,
  rekeyUsernames,
  type UserChange,
  type UserRow,
  type UserWithIdentities,
  updateUser,
  userWithIdentitiesColumns,
} from './users.store.ts';

export type UserDependencies = CreateUserDependencies & EndingDependencies & AdministrationDependencies;

/** The operations of {@link userRoutes}. */
export const userHandlers = (dependencies: UserDependencies) =>
  ({
    createUser: createUser(dependencies),
    listUsers,
    getUser,
    updateUser: updateUserOperation(dependencies),
    deleteUser: deleteUser(dependencies),
    setUserPassword: setUserPassword(dependencies),
    verifyUserPassword: verifyUserPassword(dependencies),
    hasUserPassword,
    expireUserPassword,
    suspendUser: suspendUser(dependencies),
    getUserCustomData,
    updateUserCustomData,
    updateUserProfile,
  }) satisfies Handlers<typeof userRoutes>;

/** The operations of {@link userIdentityRoutes}. */
export const userIdentityHandlers = (dependencies: IdentityDependencies) =>
  ({
    linkUserIdentity: linkUserIdentity(dependencies),
    setUserIdentity: setUserIdentity(dependencies),
    getUserIdentity,
    deleteUserIdentity: deleteUserIdentity(dependencies),
  }) satisfies Handlers<typeof userIdentityRoutes>;
