import type { SignInExperience } from '@freehold/contract';
import { checkPassword } from '../factors/index.ts';
import { type InteractionContext, Problem } from '../operation/index.ts';
import { checkUsername, passwordPolicyOf, usernamePolicyOf } from '../sign-in-experience/index.ts';
import { findUserByIdentifier, usernameKey } from '../users/index.ts';
import type { ChosenPassword } from './interactions.ts';
import type { SignInNeeds } from './needs.ts';

/**
 * The username of a new account, as it will be stored. That nobody has it is judged again, by the constraint, when the
 * account is made; this is to tell the person early.
 *
 * @throws Problem `user.username_<violation>`, `user.username_already_in_use` (422)
 */
export async function chooseUsername(
  { database, tenant }: InteractionContext,
  settings: SignInExperience,
  typed: string,
): Promise<string> {
  const policy = usernamePolicyOf(settings);
  const username = typed.normalize('NFKC').trim();
  checkUsername(username, policy);
  const key = usernameKey(username, policy.caseSensitive);
  if (await findUserByIdentifier(database, tenant.id, 'username', key)) {
    throw new Problem('user.username_already_in_use');
  }
  return username;
}

/**
 * The digest of a new account's password, once the tenant's policy has accepted it.
 *
 * @throws Problem `password.rejected` (422, `data` lists the rules), `server.busy` (503)
 */
export async function choosePassword(
  { hasher, breachCheck }: Pick<SignInNeeds, 'hasher' | 'breachCheck'>,
  settings: SignInExperience,
  password: string,
  username: string | undefined,
): Promise<ChosenPassword> {
  const issues = await checkPassword(password, passwordPolicyOf(settings), { username }, { breachCheck });
  if (issues.length > 0) throw new Problem('password.rejected', { data: issues });
  return hasher.hash(password);
}
