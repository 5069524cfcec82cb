/**
 * Who runs a tenant: users with the role of administrators. The first start makes one, a command makes others, or lets
 * one in again who has lost every way.
 */
import { randomUUID } from 'node:crypto';
import type { Transaction } from './database/index.ts';
import { recordEvent } from './events/index.ts';
import type { StoredPassword } from './factors/index.ts';
import { type Envelope, newUserId } from './lib/index.ts';
import type { Change } from './operation/index.ts';
import { managementApi } from './resources/index.ts';
import { giveAdministratorRole } from './roles/index.ts';
import { endAllSessions } from './sessions/index.ts';
import { checkUsername, usernamePolicyForWrite } from './sign-in-experience/index.ts';
import {
  addUser,
  findUserByIdentifier,
  lockUser,
  type UserRow,
  updateUser,
  usernameColumns,
  usernameKey,
} from './users/index.ts';
import { forgetPermissionProofs, unlock, userTarget } from './verification/index.ts';

/** Somebody who is to be an administrator. */
export interface NewAdministrator {
  readonly tenantId: string;
  readonly username: string;
  readonly password: StoredPassword;
  readonly envelope: Envelope;
  readonly now: Date;
}

/**
 * Makes a user who is an administrator. Whoever has the username already becomes one, with the new password: what the old
 * one opened ends, and what kept them out (a suspension, a lock-out) is lifted.
 *
 * @returns whether the user was made
 * @throws Problem 422 for a username that the tenant's policy refuses, or that somebody takes at the same moment
 */
export async function makeAdministrator(tx: Transaction, wanted: NewAdministrator): Promise<boolean> {
  const { tenantId, username, now, envelope } = wanted;
  const source = { tenantId, now, requestId: randomUUID(), actor: { kind: 'system' } as const };
  const emit: Change['emit'] = event => recordEvent(tx, envelope, source, event);
  const { caseSensitive, ...policy } = await usernamePolicyForWrite(tx, tenantId);
  const found = await findUserByIdentifier(tx, tenantId, 'username', usernameKey(username, caseSensitive));
  const user = found && (await lockUser(tx, tenantId, found.id));
  if (user) await letIn({ tx, emit, user }, wanted);
  else checkUsername(username, { caseSensitive, ...policy });
  const { id } = user ?? (await addUser({ tx, emit }, { tenantId, user: rowOf(wanted, caseSensitive), now, envelope }));
  if (await giveAdministratorRole(tx, tenantId, id)) await emit({ type: 'roles-changed', userId: id, data: given });
  return !user;
}

const given = { added: [managementApi.administratorRoleId], removed: [] };

const rowOf = ({ username, password, now }: NewAdministrator, caseSensitive: boolean) => ({
  id: newUserId(),
  ...usernameColumns(username, caseSensitive),
  ...credential(password, now),
});

const credential = ({ digest, algorithm }: StoredPassword, now: Date) => ({
  password_digest: digest,
  password_algorithm: algorithm,
  password_updated_at: now,
  password_expired: false,
});

async function letIn(
  { tx, emit, user }: Change & { readonly user: UserRow },
  { tenantId, password, now }: NewAdministrator,
): Promise<void> {
  const { id: userId, is_suspended: suspended } = user;
  await updateUser(tx, tenantId, user, { ...credential(password, now), is_suspended: false }, now);
  await forgetPermissionProofs(tx, tenantId, userId, 'password');
  // Whatever the tenant's policy keeps: somebody else may know the password that is being replaced.
  const endedSessions = await endAllSessions(tx, { tenantId, userId, now });
  const change = user.password_digest === null ? 'create' : 'update';
  await emit({ type: 'credential-change', userId, data: { credential: 'password', change, endedSessions } });
  if (suspended) await emit({ type: 'account-enabled', userId });
  if ((await unlock(tx, tenantId, [userTarget(userId)])).length > 0) await emit({ type: 'lockout-released', userId });
}
