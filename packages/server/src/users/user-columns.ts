import type { UsernamePolicy, UserPatch } from '@freehold/contract';
import { Problem } from '../operation/index.ts';
import { checkUsername } from '../sign-in-experience/index.ts';
import { emailColumns, normalizePhone, usernameColumns } from './identifiers.ts';
import { checkLength } from './limits.ts';
import type { UserChange } from './users.store.ts';

/**
 * The columns that an administrator's change of a user writes, once its values are judged. Absent members are absent;
 * empty text and null clear.
 *
 * The username needs the tenant's policy: {@link usernameChange}.
 *
 * @throws Problem 422 `user.invalid_phone`, `entity.value_too_long`
 */
export function userColumnsOf(body: UserPatch): UserChange {
  checkLength('name', body.name);
  checkLength('primaryEmail', body.primaryEmail);
  return {
    ...(body.primaryEmail !== undefined && emailColumns(body.primaryEmail || null)),
    ...(body.primaryPhone !== undefined && { primary_phone: phoneOf(body.primaryPhone || null) }),
    ...(body.name !== undefined && { name: body.name || null }),
    ...(body.avatar !== undefined && { avatar: body.avatar || null }),
    ...(body.customData !== undefined && { custom_data: body.customData }),
    ...(body.profile !== undefined && { profile: body.profile }),
  };
}

/**
 * The columns of a new username under the policy that holds while it is written.
 * @throws Problem 422 `user.username_<violation>`
 */
export function usernameChange(username: string | null, policy: UsernamePolicy): UserChange {
  if (username) checkUsername(username, policy);
  return usernameColumns(username || null, policy.caseSensitive);
}

function phoneOf(digits: string | null): string | null {
  if (digits === null) return null;
  const phone = normalizePhone(digits);
  if (!phone) throw new Problem('user.invalid_phone');
  return phone;
}
