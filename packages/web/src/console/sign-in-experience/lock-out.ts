import type { SignInExperience } from '@freehold/contract';

/** What can be reached beside the settings: senders for codes, and providers that there is a connector for. */
export type Reach = {
  /** By which channels messages can be sent; in development they can stay in the inbox. */
  readonly senders: { readonly email: boolean; readonly phone: boolean };
  readonly targets: readonly string[];
  /** For which channels there is a connector. */
  readonly connected: { readonly email: boolean; readonly phone: boolean };
};

/**
 * Whether anybody could still sign in.
 *
 * - `none`: no way at all is left.
 * - `codesUnsent`: there are only codes, and nothing to send them with.
 * - `providersGone`: there are only providers, and a connector for none of them.
 */
export type LockOut = 'none' | LockOutRisk | undefined;

/** What may be saved all the same: a connector can still come. */
export type LockOutRisk = 'codesUnsent' | 'providersGone';

/** Judges settings before they are saved; undefined when somebody can sign in. */
export function lockOut(
  { signIn: { methods }, socialSignInConnectorTargets: targets }: SignInExperience,
  reach: Pick<Reach, 'senders' | 'targets'>,
): LockOut {
  if (methods.length === 0 && targets.length === 0) return 'none';
  if (targets.some(target => reach.targets.includes(target))) return undefined;
  if (methods.length === 0) return 'providersGone';
  const works = methods.some(({ identifier, password, verificationCode }) => {
    if (password) return true;
    return verificationCode && identifier !== 'username' && reach.senders[identifier];
  });
  return works ? undefined : 'codesUnsent';
}
