import type { SignInExperienceChange, signInExperienceRoutes } from '@freehold/contract';
import { isUniqueViolation, type Transaction } from '../database/database.ts';
import { etagOfValue, type Handler, Problem, requireMatch, withEtag } from '../operation/index.ts';
import { checkSettings } from './check-settings.ts';
import { settingsInForce } from './defaults.ts';
import { signInExperienceView } from './load-sign-in-experience.ts';
import { lockOverrides, saveOverrides } from './sign-in-experience.store.ts';

export interface UpdateSignInExperienceDependencies {
  /**
   * Gives every username of the tenant the key that must be unique under the new rule.
   * @throws DatabaseError of the constraint `users_username_key` when two usernames then collide
   */
  readonly rekeyUsernames: (tx: Transaction, tenantId: string, caseSensitive: boolean, now: Date) => Promise<unknown>;
}

/** Changes the settings. Members are replaced as a whole; a body without known members changes nothing. */
export const updateSignInExperience =
  ({
    rekeyUsernames,
  }: UpdateSignInExperienceDependencies): Handler<typeof signInExperienceRoutes.updateSignInExperience> =>
  async ({ tenant, transaction, now, ifMatch }, { body }) => {
    checkSettings(body);
    const members = Object.keys(body);
    try {
      return await transaction(async ({ tx, emit }) => {
        // Waits for every transaction that is writing a username under the old policy.
        const locked = await lockOverrides(tx, tenant.id);
        const current = signInExperienceView(tenant.id, locked);
        requireMatch(ifMatch, etagOfValue(current));
        if (members.length === 0) return withEtag(current);
        const settings = { ...locked.settings, ...normalized(body) };
        const { caseSensitive } = settingsInForce(settings).usernamePolicy;
        if (caseSensitive !== settingsInForce(locked.settings).usernamePolicy.caseSensitive)
          await rekeyUsernames(tx, tenant.id, caseSensitive, now);
        const saved = await saveOverrides(tx, tenant.id, settings);
        await emit({ type: 'settings-changed', data: { settings: 'sign-in-experience', members } });
        return withEtag(signInExperienceView(tenant.id, saved));
      });
    } catch (error) {
      if (isUniqueViolation(error, 'users_username_key'))
        throw new Problem('sign_in_experiences.username_policy_case_conflicts_exist');
      throw error;
    }
  };

/** Pages clear a name or an address by sending it empty. */
function normalized(change: SignInExperienceChange): SignInExperienceChange {
  const addresses = ['termsOfUseUrl', 'privacyPolicyUrl', 'supportWebsiteUrl', 'unknownSessionRedirectUrl'] as const;
  const cleared = [...addresses, 'supportEmail' as const, 'displayName' as const].filter(
    member => change[member]?.trim() === '',
  );
  return { ...change, ...Object.fromEntries(cleared.map(member => [member, null])) };
}
