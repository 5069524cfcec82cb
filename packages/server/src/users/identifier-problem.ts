import type { ErrorCode } from '@freehold/contract';
import { isUniqueViolation } from '../database/database.ts';
import { Problem } from '../operation/index.ts';

const codes: readonly (readonly [constraint: string, ErrorCode])[] = [
  ['users_username_key', 'user.username_already_in_use'],
  ['users_email_key', 'user.email_already_in_use'],
  ['users_phone_key', 'user.phone_already_in_use'],
  ['identities_identity_key', 'user.identity_already_in_use'],
];

/**
 * Turns the violation of a unique identifier or identity into its problem (422) and passes every other error on.
 *
 * The constraint is the judge, not a look-up before the write: of two parallel writes of one address both would find
 * it free.
 */
export function rethrowIdentifierProblem(error: unknown): never {
  const found = codes.find(([constraint]) => isUniqueViolation(error, constraint));
  throw found ? new Problem(found[1], { cause: error }) : error;
}
