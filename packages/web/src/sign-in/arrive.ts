import { isRecord, Problem } from '@freehold/client/react/kit';
import { boot } from '../ui/boot.ts';
import { given, mustAgree } from './agreement.tsx';
import { finish, identify, proveSocial } from './experience.ts';
import { registerIdentity } from './registration.ts';
import type { Outing } from './social.ts';
import { ways } from './ways.ts';

/** How a return from a provider ended that did not simply sign somebody in. */
export type Arrival =
  | { readonly kind: 'going' }
  /** An account has the address that the provider has verified; `email` is masked. */
  | { readonly kind: 'related'; readonly verificationId: string; readonly email: string }
  /** Nobody has linked the identity, and accounts are not created here. */
  | { readonly kind: 'unlinked' }
  /** Nobody has linked the identity, and the terms have to be agreed to before an account is created. */
  | { readonly kind: 'must-agree'; readonly verificationId: string };

/**
 * Redeems what a provider has sent back: signs in, or creates an account, or says what stands in the way.
 *
 * @param isGone whether the person has left in the meantime: then nothing is finished in their name
 * @throws Problem
 */
export async function arrive(
  { connectorId, verificationId, agreed = false }: Outing,
  data: Readonly<Record<string, string>>,
  { isGone }: { readonly isGone: () => boolean },
): Promise<Arrival> {
  given.agreed = agreed;
  await proveSocial(connectorId, verificationId, data);
  if (isGone()) return { kind: 'going' };
  if (boot.signIn.signInMode === 'Register') return register(verificationId, isGone);
  try {
    await identify(verificationId);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'user.identity_not_exist') throw error;
    if (isGone()) return { kind: 'going' };
    const email = relatedEmail(error.data);
    if (email !== undefined) return { kind: 'related', verificationId, email };
    return ways.signUp === undefined ? { kind: 'unlinked' } : register(verificationId, isGone);
  }
  if (!isGone()) await finish();
  return { kind: 'going' };
}

async function register(verificationId: string, isGone: () => boolean): Promise<Arrival> {
  if (mustAgree('register') && !given.agreed) return { kind: 'must-agree', verificationId };
  await registerIdentity(verificationId, isGone);
  return { kind: 'going' };
}

function relatedEmail(data: unknown): string | undefined {
  const related = isRecord(data) ? data['relatedUser'] : undefined;
  const value = isRecord(related) && related['type'] === 'email' ? related['value'] : undefined;
  return typeof value === 'string' ? value : undefined;
}
