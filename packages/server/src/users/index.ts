/** Users: the End-Users of a tenant, and the Management API over them. */
export { createUser } from './create-user.ts';
export { findUserByIdentifier, type IdentifierType } from './find-user-by-identifier.store.ts';
export { emailColumns, emailKey, usernameColumns, usernameKey } from './identifiers.ts';
export { rehashPassword } from './rehash-password.ts';
export { storedPassword } from './stored-password.ts';
export { countLinkedIdentities, findUser, lockUser, type UserChange, type UserRow, updateUser } from './users.store.ts';
