import type { SignInExperience } from './management/sign-in-experience.ts';
import type { PageChannel, PageProvider, PageSignIn } from './pages.ts';

/** What pages show of the settings: the server's for the pages themselves, the console's for a preview of what is not saved. */
export function pageSignInOf(
  experience: SignInExperience,
  senders: Readonly<Record<PageChannel, boolean>>,
  providers: readonly PageProvider[],
): PageSignIn {
  const { passwordPolicy, signUp, signInMode, verificationCodePolicy } = experience;
  const recovery = forgotPasswordChannels(experience, senders);
  return {
    methods: experience.signIn.methods.map(({ identifier, password, verificationCode, isPasswordPrimary }) => ({
      identifier,
      password,
      code: verificationCode,
      passwordFirst: password && (isPasswordPrimary || !verificationCode),
    })),
    signInMode,
    ...(signInMode !== 'SignIn' && {
      signUp: {
        identifiers: signUp.identifiers,
        also: (signUp.secondaryIdentifiers ?? []).map(({ identifier }) => identifier),
        password: signUp.password,
      },
    }),
    forgotPassword: (['email', 'phone'] as const).filter(channel => recovery[channel]),
    providers,
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

/**
 * Where a code for a forgotten password can go: the tenant's `forgotPasswordMethods`, or every channel that messages can be
 * sent by. Nowhere while nobody signs in with a password.
 */
export function forgotPasswordChannels(
  { forgotPasswordMethods: methods, signIn }: Pick<SignInExperience, 'forgotPasswordMethods' | 'signIn'>,
  senders: Readonly<Record<PageChannel, boolean>>,
): Readonly<Record<PageChannel, boolean>> {
  const forget = (channel: PageChannel, method: 'EmailVerificationCode' | 'PhoneVerificationCode') =>
    senders[channel] &&
    signIn.methods.some(({ password }) => password) &&
    (methods === null || methods.includes(method));
  return { email: forget('email', 'EmailVerificationCode'), phone: forget('phone', 'PhoneVerificationCode') };
}

function agreementOf({ agreeToTermsPolicy, termsOfUseUrl, privacyPolicyUrl }: SignInExperience) {
  // Nobody can agree to what cannot be read.
  if (!termsOfUseUrl && !privacyPolicyUrl) return 'never';
  const when = { Automatic: 'never', ManualRegistrationOnly: 'registration', Manual: 'always' } as const;
  return when[agreeToTermsPolicy];
}

function pick<K extends string>(from: { readonly [P in K]?: string | null | undefined }, names: readonly K[]) {
  return Object.fromEntries(names.filter(name => from[name]).map(name => [name, from[name]])) as { [P in K]?: string };
}
