import { isDeepStrictEqual } from 'node:util';
import type { accountRoutes, SecurityEvent } from '@freehold/contract';
import { isUniqueViolation } from '../database/index.ts';
import { type Operation, Problem } from '../operation/index.ts';
import { checkUsername, type UsernamePolicy, usernamePolicyForWrite } from '../sign-in-experience/index.ts';
import { type UserChange, type UserRow, updateUser, usernameColumns } from '../users/index.ts';
import { findAccount } from './account.store.ts';
import { changeAccount } from './change-account.ts';
import { assertIdentifierRemains } from './last-identifier.ts';
import { visibleAccount } from './visible-account.ts';

type UpdateAccount = Operation<(typeof accountRoutes)['updateAccount']>;
type Body = Parameters<UpdateAccount>[1]['body'];

/** Longest name, in characters (Unicode code points), that the wire knows. */
const MAX_NAME = 128;

/** Changes username, name, avatar or custom data; what is sent as it is already changes nothing. */
export const updateAccount: UpdateAccount = async (context, { body }) => {
  if (body.name && [...body.name].length > MAX_NAME) {
    throw new Problem('entity.value_too_long', { data: { message: `name is longer than ${MAX_NAME} characters` } });
  }
  const { tenantId, userId, scopeBits } = context.principal;
  const row = await changeAccount(context, async ({ tx, emit, user }) => {
    const policy = body.username ? await usernamePolicyForWrite(tx, tenantId) : undefined;
    if (body.username && policy) checkUsername(body.username, policy);
    const change = changeOf(body, policy);
    const members = Object.keys(body).filter(
      member => !isDeepStrictEqual(storedValue(user, member), Reflect.get(body, member)),
    );
    if (members.length > 0) {
      if (body.username === null) await assertIdentifierRemains(tx, tenantId, user, change);
      // None of these waits for the answer of another: they travel together, and are carried out in this order.
      const [, , changed] = await Promise.all([
        updateUser(tx, tenantId, user, change, context.now),
        emit(eventOf(user, body, members)),
        findAccount(tx, tenantId, userId, scopeBits),
      ]);
      return changed;
    }
    return findAccount(tx, tenantId, userId, scopeBits);
  }).catch(error => {
    throw isUniqueViolation(error, 'users_username_key') ? new Problem('user.username_already_in_use') : error;
  });
  if (!row) throw new Problem('entity.not_found');
  return visibleAccount(row, scopeBits);
};

function changeOf(body: Body, policy: UsernamePolicy | undefined): UserChange {
  return {
    ...(body.name !== undefined && { name: body.name }),
    ...(body.avatar !== undefined && { avatar: body.avatar }),
    ...(body.customData !== undefined && { custom_data: body.customData }),
    ...(body.username !== undefined && usernameColumns(body.username, policy?.caseSensitive ?? true)),
  };
}

const eventOf = (user: UserRow, body: Body, members: string[]): SecurityEvent =>
  members.includes('username')
    ? {
        type: 'identifier-changed',
        userId: user.id,
        data: { members },
        personal: { identifier: 'username', old: user.username, new: body.username },
      }
    : { type: 'account-updated', userId: user.id, data: { members } };

const storedValue = (user: UserRow, member: string): unknown =>
  member === 'customData' ? user.custom_data : Reflect.get(user, member);
