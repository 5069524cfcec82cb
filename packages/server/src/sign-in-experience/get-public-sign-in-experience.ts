import {
  forgotPasswordChannels,
  type PublicSignInExperience,
  type SignInExperience,
  type SocialConnectorChoice,
  type signInExperienceRoutes,
} from '@freehold/contract';
import type { Queryable } from '../database/database.ts';
import type { Operation } from '../operation/index.ts';
import { loadSignInExperience, type SendingChannels } from './load-sign-in-experience.ts';

/** What `connectors/` knows and pages ask for. */
export interface WaysIn {
  /** By which channels the tenant can send messages. */
  readonly findSenders: (database: Queryable, tenantId: string) => Promise<SendingChannels>;
  /** The providers of these targets that browsers can be sent to. */
  readonly listSocialChoices: (
    database: Queryable,
    tenantId: string,
    targets: readonly string[],
  ) => Promise<SocialConnectorChoice[]>;
}

/** Reads what a sign-in page needs, for anyone. */
export const getPublicSignInExperience =
  ({ findSenders, listSocialChoices }: WaysIn): Operation<typeof signInExperienceRoutes.getPublicSignInExperience> =>
  async ({ database, tenant }) => {
    const [settings, senders] = await Promise.all([
      loadSignInExperience(database, tenant.id),
      findSenders(database, tenant.id),
    ]);
    return {
      ...publicMembers(settings),
      forgotPassword: forgotPasswordChannels(settings, senders),
      socialConnectors: await listSocialChoices(database, tenant.id, settings.socialSignInConnectorTargets),
    };
  };

/** Named one by one: a setting that is added one day is private until somebody says otherwise. */
function publicMembers(
  settings: SignInExperience,
): Omit<PublicSignInExperience, 'forgotPassword' | 'socialConnectors'> {
  const { length, characterTypes, rejects } = settings.passwordPolicy;
  const { pwned, repetitionAndSequence, userInfo } = rejects;
  return {
    tenantId: settings.tenantId,
    displayName: settings.displayName,
    color: settings.color,
    branding: settings.branding,
    hideLogtoBranding: settings.hideLogtoBranding,
    languageInfo: settings.languageInfo,
    termsOfUseUrl: settings.termsOfUseUrl,
    privacyPolicyUrl: settings.privacyPolicyUrl,
    agreeToTermsPolicy: settings.agreeToTermsPolicy,
    signIn: settings.signIn,
    signUp: settings.signUp,
    socialSignIn: settings.socialSignIn,
    socialSignInConnectorTargets: settings.socialSignInConnectorTargets,
    signInMode: settings.signInMode,
    customCss: settings.customCss,
    customContent: settings.customContent,
    mfa: settings.mfa,
    singleSignOnEnabled: settings.singleSignOnEnabled,
    supportEmail: settings.supportEmail,
    supportWebsiteUrl: settings.supportWebsiteUrl,
    unknownSessionRedirectUrl: settings.unknownSessionRedirectUrl,
    forgotPasswordMethods: settings.forgotPasswordMethods,
    passkeySignIn: settings.passkeySignIn,
    signUpProfileFields: settings.signUpProfileFields,
    usernamePolicy: settings.usernamePolicy,
    passwordPolicy: { length, characterTypes, rejects: { pwned, repetitionAndSequence, userInfo } },
    verificationCodePolicy: { expirationDuration: settings.verificationCodePolicy.expirationDuration },
  };
}
