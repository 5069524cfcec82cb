import type { CallersIdentifier, codeVerificationRoutes, MessageUsage } from '@freehold/contract';
import { applicationName } from '../applications/index.ts';
import { newRecordId } from '../lib/index.ts';
import { messageUser } from '../notifications/index.ts';
import { type Operation, Problem } from '../operation/index.ts';
import { loadSignInExperience } from '../sign-in-experience/index.ts';
import { findUser, type UserRow } from '../users/index.ts';
import { checkAddressLength, normalizeAddress } from './addresses.ts';
import { type CodePurpose, deleteCodeRecord, insertCodeRecord } from './code-records.store.ts';
import { RECORD_LIFETIME_MS } from './create-permission-record.ts';
import { checkEmailPolicy } from './email-policy.ts';
import { type CodeNeeds, sendCode } from './send-code.ts';

/**
 * Sends a code to an address of the caller's own, or to one that is to become theirs. Who else has the address is neither
 * asked nor told.
 */
export const requestVerificationCode =
  (needs: CodeNeeds): Operation<(typeof codeVerificationRoutes)['requestVerificationCode']> =>
  async (context, { body: { identifier, templateType = 'UserPermissionValidation', action } }) => {
    const { database, principal, tenant, now } = context;
    const { clientId } = principal;
    const channel = identifier.type;
    const [user, settings, name] = await Promise.all([
      findUser(database, tenant.id, principal.userId),
      loadSignInExperience(database, tenant.id),
      clientId === null ? undefined : applicationName(database, tenant.id, clientId),
    ]);
    // Deleted since the token was judged.
    if (!user) throw new Problem('auth.unauthorized');

    const own = ownAddress(user, identifier);
    const named = identifier.value;
    // It was said to be the caller's own, and they have none.
    if (!own && named === undefined) throw new Problem('verification_record.not_found');
    const typed = named ?? '';
    const address = own?.address ?? normalizeAddress(channel, typed);
    if (!own && channel === 'email') checkEmailPolicy(address, settings.emailBlocklistPolicy);
    if (!own) checkAddressLength(channel, typed);
    const usage: MessageUsage = own ? templateType : 'BindNewIdentifier';
    const value = own?.value ?? (channel === 'email' ? typed : address);
    const record = { id: newRecordId(), purpose: purposes[usage] ?? 'bind-mfa', channel, address, value, action };
    const expiresAt = new Date(now.getTime() + RECORD_LIFETIME_MS);
    await sendCode(context, needs, {
      id: record.id,
      channel,
      address,
      to: value,
      usage,
      userId: user.id,
      // Text messages are not personal: gateways outside the house would learn who the number belongs to.
      ...(channel === 'email' && { user: messageUser(user) }),
      ...(channel === 'email' && clientId !== null && name !== undefined && { application: { id: clientId, name } }),
      expiresAt,
      settings,
      write: async ({ tx }) => {
        const written = await insertCodeRecord(tx, principal, record, { now, expiresAt });
        // The own address has changed since it was read: what was asked for is no more.
        if (written === 0) throw new Problem('verification_record.not_found');
      },
      unwrite: tx => deleteCodeRecord(tx, tenant.id, record.id),
    });
    return {
      verificationRecordId: record.id,
      verificationId: record.id,
      expiresAt: expiresAt.toISOString(),
      codeExpiresIn: Math.min(settings.verificationCodePolicy.expirationDuration, RECORD_LIFETIME_MS / 1000),
    };
  };

/** What a record is worth once verified. `BindMfa` is words alone. */
const purposes: Partial<Record<MessageUsage, CodePurpose>> = {
  UserPermissionValidation: 'permission',
  BindNewIdentifier: 'identifier',
};

/** The address that the user has, if it is the one that is named: the code goes where it is stored, not where it is said. */
function ownAddress(user: UserRow, { type, value }: CallersIdentifier): { address: string; value: string } | undefined {
  const [address, stored] =
    type === 'email' ? [user.email_key, user.primary_email] : [user.primary_phone, user.primary_phone];
  if (address === null || stored === null) return undefined;
  return value === undefined || address === normalizeAddress(type, value) ? { address, value: stored } : undefined;
}
