import type { PageChannel, PageSignIn, SignInExperience } from '@freehold/contract';
import type { Tenant } from '../../operation/index.ts';
import {
  forgotPasswordChannels,
  registrationOpen,
  type SendingChannels,
  signInMethodsOf,
} from '../../sign-in-experience/index.ts';
import type { PageNeeds } from './needs.ts';

/** The part of the sign-in settings that pages show to anybody. */
export async function signInSettings(
  needs: Pick<PageNeeds, 'database' | 'listSocialChoices'>,
  tenant: Tenant,
  experience: SignInExperience,
  senders: SendingChannels,
): Promise<PageSignIn> {
  return {
    ...signInOf(experience),
    forgotPassword: channelsOf(forgotPasswordChannels(experience, senders)),
    providers: await providersOf(needs, tenant, experience),
  };
}

/** Channels as a list. */
export const channelsOf = (channels: SendingChannels): readonly PageChannel[] =>
  (['email', 'phone'] as const).filter(channel => channels[channel]);

function signInOf(experience: SignInExperience): Omit<PageSignIn, 'forgotPassword' | 'providers'> {
  const { passwordPolicy, signUp, signInMode, verificationCodePolicy } = experience;
  return {
    methods: signInMethodsOf(experience).map(({ identifier, password, verificationCode, isPasswordPrimary }) => ({
      identifier,
      password,
      code: verificationCode,
      passwordFirst: password && (isPasswordPrimary || !verificationCode),
    })),
    signInMode,
    ...(registrationOpen(experience) && {
      signUp: {
        identifiers: signUp.identifiers,
        also: (signUp.secondaryIdentifiers ?? []).map(({ identifier }) => identifier),
        password: signUp.password,
      },
    }),
    codeLifetime: verificationCodePolicy.expirationDuration,
    passwordPolicy: {
      minLength: passwordPolicy.length.min,
      maxLength: passwordPolicy.length.max,
      characterTypes: passwordPolicy.characterTypes.min,
      rejects: {
        pwned: passwordPolicy.rejects.pwned,
        repetitionAndSequence: passwordPolicy.rejects.repetitionAndSequence,
        userInfo: passwordPolicy.rejects.userInfo,
      },
    },
    agreement: agreementOf(experience),
    ...pick(experience, [
      'termsOfUseUrl',
      'privacyPolicyUrl',
      'supportEmail',
      'supportWebsiteUrl',
      'unknownSessionRedirectUrl',
    ]),
  };
}

function agreementOf({ agreeToTermsPolicy, termsOfUseUrl, privacyPolicyUrl }: SignInExperience) {
  // Nobody can agree to what cannot be read.
  if (!termsOfUseUrl && !privacyPolicyUrl) return 'never';
  const when = { Automatic: 'never', ManualRegistrationOnly: 'registration', Manual: 'always' } as const;
  return when[agreeToTermsPolicy];
}

async function providersOf(
  { database, listSocialChoices }: Pick<PageNeeds, 'database' | 'listSocialChoices'>,
  tenant: Tenant,
  { socialSignInConnectorTargets }: SignInExperience,
): Promise<PageSignIn['providers']> {
  const choices = await listSocialChoices(database, tenant.id, socialSignInConnectorTargets);
  return choices.map(({ id, target, name, logo, logoDark }) => ({
    id,
    target,
    name,
    logo,
    ...(logoDark !== null && { logoDark }),
  }));
}

function pick<K extends string>(from: { readonly [P in K]?: string | null | undefined }, names: readonly K[]) {
  return Object.fromEntries(names.filter(name => from[name]).map(name => [name, from[name]])) as { [P in K]?: string };
}
