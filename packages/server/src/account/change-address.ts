import { type AccountContext, Problem } from '../operation/index.ts';
import { endOtherSessions } from '../sessions/index.ts';
import {
  emailColumns,
  normalizePhone,
  rethrowIdentifierProblem,
  type UserChange,
  type UserRow,
  updateUser,
} from '../users/index.ts';
import { type Channel, consumeIdentifierRecord, forgetPermissionProofs } from '../verification/index.ts';
import { type AccountChange, changeAccount } from './change-account.ts';
import { assertIdentifierRemains } from './last-identifier.ts';

const members = {
  email: { member: 'primaryEmail', column: 'primary_email' },
  phone: { member: 'primaryPhone', column: 'primary_phone' },
} as const;

const columnsOf = (channel: Channel, value: string | null): UserChange =>
  channel === 'email' ? emailColumns(value) : { primary_phone: value };

/**
 * Puts a proven address in the place of the caller's old one. The proof is used up in the transaction of the change, and
 * what is stored is the address that the code went to, spelt as it was then: to spell it otherwise might be to name
 * somebody else's mailbox.
 *
 * @param address normalized
 * @throws Problem 400 `verification_record.not_found`; 422 `user.email_already_in_use` or `user.phone_already_in_use`,
 * which the database judges: of two who bind one address at once, both would find it free; `user.invalid_phone` for digits
 * to which a code went although they are no number
 */
export const changeAddress = (
  context: AccountContext,
  channel: Channel,
  { address, recordId }: { readonly address: string; readonly recordId: string },
): Promise<void> =>
  changeAccount(context, async change => {
    const { principal, now } = context;
    const value = await consumeIdentifierRecord(change.tx, principal, { id: recordId, channel, address }, now);
    if (value === undefined) throw new Problem('verification_record.not_found');
    if (channel === 'phone' && normalizePhone(value) === undefined) throw new Problem('user.invalid_phone');
    await writeAddress(context, change, channel, value);
  });

/**
 * Removes the caller's address; one that is not there is removed already.
 * @throws Problem 400 `user.last_sign_in_method_required`
 */
export const removeAddress = (context: AccountContext, channel: Channel): Promise<void> =>
  changeAccount(context, async change => {
    if (oldValue(change.user, channel) === null) return;
    await assertIdentifierRemains(change.tx, context.tenant.id, change.user, columnsOf(channel, null));
    await writeAddress(context, change, channel, null);
  });

const oldValue = (user: UserRow, channel: Channel): string | null => user[members[channel].column];

/**
 * Whoever could read the old address may have signed in by it and can prove themselves by it: other sessions end, and
 * proofs by it die. The event carries both, so that both are told.
 */
async function writeAddress(
  { principal, now }: AccountContext,
  { tx, emit, user }: AccountChange,
  channel: Channel,
  value: string | null,
): Promise<void> {
  const { tenantId, userId, sessionUid, grantId, stepUp } = principal;
  const old = oldValue(user, channel);
  await updateUser(tx, tenantId, user, columnsOf(channel, value), now).catch(rethrowIdentifierProblem);
  const endedSessions = stepUp.endOtherSessions
    ? await endOtherSessions(tx, { tenantId, userId, except: { sessionUid, grantId }, now })
    : 0;
  if (stepUp.preset !== 'compatible') await forgetPermissionProofs(tx, tenantId, userId, channel);
  await emit({
    type: 'identifier-changed',
    userId,
    data: { members: [members[channel].member], endedSessions },
    personal: { identifier: channel, old, new: value },
  });
}
