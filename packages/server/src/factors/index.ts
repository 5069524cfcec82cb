/**
 * What people prove themselves with; passwords only for now.
 *
 * - `password-hash`: makes and checks stored passwords: argon2id, off the event loop, so many at once, the rest refused
 * - `imported-digests`: reads the digests that other systems made, so that their people keep their passwords
 * - `password-policy`: judges a new password by a tenant's rules: its shape, what it leans on, whether it is a common one
 *   (from a shipped list), and, where an operator wires it in, whether a `breach-check` knows it
 *
 * It keeps no rows and knows no accounts: `users/` stores the digest, `verification/` and `sign-in/` count attempts and
 * decide when to ask, `account/` and the Management API set passwords. Callers pass the person's data that a password must
 * not lean on. Neighbours: `lib/` (the bounded queue), `operation/` (the problem `server.busy`).
 */
export { type BreachCheck, type BreachCheckOptions, createBreachCheck } from './breach-check.ts';
export { type PasswordAlgorithm, validateDigest } from './imported-digests.ts';
export {
  type Argon2Cost,
  createPasswordHasher,
  type PasswordHasher,
  type PasswordHasherOptions,
  type StoredPassword,
} from './password-hash.ts';
export {
  checkPassword,
  type PasswordCheckOptions,
  type PasswordIssue,
  type PasswordPolicy,
} from './password-policy.ts';
export type { UserInfo } from './weak-stretches.ts';
