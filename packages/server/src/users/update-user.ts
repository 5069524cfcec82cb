import { isDeepStrictEqual } from 'node:util';
import type { SecurityEvent, UsernamePolicy, UserPatch, userRoutes } from '@freehold/contract';
import { findAccountCenter } from '../account-center/index.ts';
import type { Transaction } from '../database/database.ts';
import type { Change, ManagementContext, Operation } from '../operation/index.ts';
import { usernamePolicyForWrite } from '../sign-in-experience/index.ts';
import { changeUser, type EndingDependencies } from './change-user.ts';
import { rethrowIdentifierProblem } from './identifier-problem.ts';
import { userColumnsOf, usernameChange } from './user-columns.ts';
import { requireSameUser, userReply } from './user-etag.ts';
import { readUser } from './user-view.ts';
import { updateUser as saveUser, type UserChange, type UserRow } from './users.store.ts';

/** Changes a user who is still what the caller has read; what is sent as it is already changes nothing and ends nothing. */
export const updateUser =
  (dependencies: EndingDependencies): Operation<typeof userRoutes.updateUser> =>
  async (context, { params, body }) => {
    const columns = userColumnsOf(body);
    const { tenant, now, ifMatch } = context;
    const policyForWrite = (tx: Transaction) => usernamePolicyForWrite(tx, tenant.id);
    const change = async ({ tx, emit, user }: Change & { user: UserRow }, policy: UsernamePolicy | undefined) => {
      if (ifMatch) requireSameUser(ifMatch, await readUser(tx, tenant.id, user.id));
      const username = body.username !== undefined && policy ? usernameChange(body.username, policy) : {};
      const next = { ...columns, ...username };
      const members = changedMembers(user, next);
      if (members.length === 0) return;
      await saveUser(tx, tenant.id, user, next, now).catch(rethrowIdentifierProblem);
      for (const event of eventsOf(user, next, members)) await emit(event);
      await endWhatLeansOn(members, { ...dependencies, context, tx, user });
    };
    const before = body.username === undefined ? undefined : policyForWrite;
    return userReply(await changeUser(context, params.userId, change, before));
  };

const memberColumns = {
  username: 'username',
  primaryEmail: 'primary_email',
  primaryPhone: 'primary_phone',
  name: 'name',
  avatar: 'avatar',
  customData: 'custom_data',
  profile: 'profile',
} as const satisfies Record<keyof UserPatch, keyof UserRow>;

const identifiers = { username: 'username', primaryEmail: 'email', primaryPhone: 'phone' } as const;

function changedMembers(user: UserRow, change: UserChange): (keyof UserPatch)[] {
  const members = Object.keys(memberColumns) as (keyof UserPatch)[];
  return members.filter(member => {
    const column = memberColumns[member];
    return column in change && !isDeepStrictEqual(user[column], change[column]);
  });
}

/** One event for each identifier, with its old and new value: whoever is told of a change is told at the old address too. */
function eventsOf(user: UserRow, next: UserChange, members: readonly (keyof UserPatch)[]): SecurityEvent[] {
  const { id: userId } = user;
  const isIdentifier = (member: keyof UserPatch): member is keyof typeof identifiers => member in identifiers;
  const [first, ...others] = members.filter(isIdentifier);
  if (!first) return [{ type: 'account-updated', userId, data: { members } }];
  const rest = members.filter(member => !isIdentifier(member));
  return [{ member: first, changed: [first, ...rest] }, ...others.map(member => ({ member, changed: [member] }))].map(
    ({ member, changed }) => {
      const column = memberColumns[member];
      const personal = { identifier: identifiers[member], old: user[column], new: next[column] };
      return { type: 'identifier-changed', userId, data: { members: changed }, personal };
    },
  );
}

/** Whoever signed in with the address before, or proved themselves by it, has to do so again. */
async function endWhatLeansOn(
  members: readonly (keyof UserPatch)[],
  {
    context: { tenant, now },
    tx,
    user,
    endAllSessions,
    forgetPermissionProofs,
  }: EndingDependencies & {
    context: ManagementContext;
    tx: Transaction;
    user: UserRow;
  },
): Promise<void> {
  const addresses = [
    ...(members.includes('primaryEmail') ? (['email'] as const) : []),
    ...(members.includes('primaryPhone') ? (['phone'] as const) : []),
  ];
  if (addresses.length === 0) return;
  for (const address of addresses) await forgetPermissionProofs(tx, tenant.id, user.id, address);
  const policy = await findAccountCenter(tx, tenant.id);
  if (policy.end_other_sessions) await endAllSessions(tx, { tenantId: tenant.id, userId: user.id, now });
}
