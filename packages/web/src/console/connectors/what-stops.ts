import type { Connector, SignInExperience } from '@freehold/contract';

/** What people can no longer do when a connector is gone. */
export type Stopped = 'notices' | 'codeSignIn' | 'register' | 'recovery' | 'proofs' | 'socialSignIn' | 'linking';

/** What stops with a connector under these settings. */
export function whatStops({ type, target }: Pick<Connector, 'type' | 'target'>, settings: SignInExperience): Stopped[] {
  if (type === 'Social') {
    return settings.socialSignInConnectorTargets.includes(target) ? ['socialSignIn', 'linking'] : ['linking'];
  }
  const channel = type === 'Email' ? 'email' : 'phone';
  const { signIn, signUp, signInMode, forgotPasswordMethods } = settings;
  const method = type === 'Email' ? 'EmailVerificationCode' : 'PhoneVerificationCode';
  const asked: readonly string[] = [
    ...signUp.identifiers,
    ...(signUp.secondaryIdentifiers ?? []).map(({ identifier }) => identifier),
  ];
  const stops: [Stopped, boolean][] = [
    [
      'codeSignIn',
      signIn.methods.some(({ identifier, verificationCode }) => identifier === channel && verificationCode),
    ],
    ['register', signInMode !== 'SignIn' && (asked.includes(channel) || asked.includes('emailOrPhone'))],
    [
      'recovery',
      signIn.methods.some(({ password }) => password) &&
        (forgotPasswordMethods === null || forgotPasswordMethods.includes(method)),
    ],
    ['proofs', true],
    ['notices', true],
  ];
  return stops.filter(([, stopped]) => stopped).map(([what]) => what);
}
