import type { SignInExperience, UsernamePolicy } from '@freehold/contract';
import type { Queryable, Transaction } from '../database/database.ts';
import { type SignInOverrides, settingsInForce } from './defaults.ts';
import { findOverrides, type SignInExperienceRow, shareOverrides } from './sign-in-experience.store.ts';

/** The settings of a tenant, as the API shows them. */
export const signInExperienceView = (tenantId: string, { settings }: SignInExperienceRow): SignInExperience => ({
  tenantId,
  id: 'default',
  ...settingsInForce(settings),
});

/** The tenant's settings in force. */
export const loadSignInExperience = async (db: Queryable, tenantId: string): Promise<SignInExperience> =>
  signInExperienceView(tenantId, await findOverrides(db, tenantId));

/**
 * The username policy, kept from changing until the transaction ends.
 *
 * Whoever writes a username reads the policy by this: a username keyed under the old rule while an
 * administrator makes usernames ignore case would escape the new one, and two accounts could differ in case only.
 */
export const usernamePolicyForWrite = async (tx: Transaction, tenantId: string): Promise<UsernamePolicy> =>
  settingsInForce((await shareOverrides(tx, tenantId)).settings).usernamePolicy;

/** How usernames must look, and whether they differ by case. */
export const usernamePolicyOf = (experience: SignInExperience): UsernamePolicy => experience.usernamePolicy;

/** What a new password must satisfy. */
export const passwordPolicyOf = (experience: SignInExperience): SignInExperience['passwordPolicy'] =>
  experience.passwordPolicy;

/** How many wrong tries lock, and for how many minutes. */
export const sentinelPolicyOf = (experience: SignInExperience): SignInExperience['sentinelPolicy'] =>
  experience.sentinelPolicy;

/** The same of the member as it is stored, for statements that read it beside something else. */
export const sentinelPolicyInForce = (stored: SignInOverrides['sentinelPolicy']): SignInExperience['sentinelPolicy'] =>
  settingsInForce({ sentinelPolicy: stored }).sentinelPolicy;

/** Whether new people may create an account. */
export const registrationOpen = (experience: SignInExperience): boolean => experience.signInMode !== 'SignIn';

/** By which channels messages can be sent. */
export interface SendingChannels {
  readonly email: boolean;
  readonly phone: boolean;
}
