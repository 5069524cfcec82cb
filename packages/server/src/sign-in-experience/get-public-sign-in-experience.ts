import type { PublicSignInExperience, SignInExperience, signInExperienceRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { loadSignInExperience } from './load-sign-in-experience.ts';

/** Reads what a sign-in page needs, for anyone. */
export const getPublicSignInExperience: Operation<typeof signInExperienceRoutes.getPublicSignInExperience> = async ({
  database,
  tenant,
}) => publicMembers(await loadSignInExperience(database, tenant.id));

/** Named one by one: a setting that is added one day is private until somebody says otherwise. */
function publicMembers(settings: SignInExperience): PublicSignInExperience {
  const { length, characterTypes, rejects } = settings.passwordPolicy;
  const { pwned, repetitionAndSequence, userInfo } = rejects;
  return {
    tenantId: settings.tenantId,
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
  };
}
