/** The steps of signing in, as the server takes them; see `signInRoutes` in the contract. */
import { ask, type Identifier, Problem } from '@freehold/client/react/kit';
import type { ExperienceProgress, InteractionEvent, PageChannel } from '@freehold/contract';
import { api } from '../ui/api.ts';
import { leaveFor } from '../ui/leave-for.ts';
import { keepLastProvider } from './last-provider.ts';

export type { Identifier };
/** Where a code can go. */
export type Address = { readonly type: PageChannel; readonly value: string };

/** Starts over on the server; pages call `begin`, which also forgets what they keep. */
export async function startExperience(interactionEvent: InteractionEvent): Promise<void> {
  await ask(api.startExperience({ body: { interactionEvent } }));
}

/** Goes over from signing in to registering or back, and keeps what was proven. */
export async function goOverTo(interactionEvent: InteractionEvent): Promise<void> {
  await ask(api.changeInteractionEvent({ body: { interactionEvent } }));
}

/** What the server knows of this sign-in; undefined when none was begun. */
export async function readProgress(): Promise<ExperienceProgress | undefined> {
  try {
    return await ask(api.getExperience());
  } catch (error) {
    if (error instanceof Problem && error.code !== 'network') return undefined;
    throw error;
  }
}

/** Proves who somebody is by a password. @returns the id of the proof */
export async function provePassword(identifier: Identifier, password: string): Promise<string> {
  const { verificationId } = await ask(api.verifySignInPassword({ body: { identifier, password } }));
  return verificationId;
}

/** Has a code sent. @returns the id under which it is checked */
export async function requestCode(interactionEvent: InteractionEvent, identifier: Address): Promise<string> {
  const { verificationId } = await ask(api.sendSignInCode({ body: { identifier, interactionEvent } }));
  return verificationId;
}

/** Proves an address by the code that was sent to it. */
export async function proveCode(identifier: Address, verificationId: string, code: string): Promise<void> {
  await ask(api.verifySignInCode({ body: { identifier, verificationId, code } }));
}

/** Asks where the browser goes to sign in at a provider. */
export async function startSocial(
  connectorId: string,
  body: { readonly state: string; readonly redirectUri: string },
): Promise<{ readonly verificationId: string; readonly authorizationUri: string }> {
  return ask(api.startSocialSignIn({ params: { connectorId }, body }));
}

/** Hands over what the provider sent back. */
export async function proveSocial(
  connectorId: string,
  verificationId: string,
  connectorData: Readonly<Record<string, string>>,
): Promise<void> {
  await ask(api.verifySocialSignIn({ params: { connectorId }, body: { verificationId, connectorData } }));
}

/** Says who signs in or recovers a password; registering, creates the account from what was added to it. */
export async function identify(verificationId?: string): Promise<void> {
  await ask(api.identifyUser({ body: verificationId === undefined ? {} : { verificationId } }));
}

/** Links the identity of a provider to whoever was identified before. */
export async function linkIdentity(verificationId: string): Promise<void> {
  await ask(api.identifyUser({ body: { verificationId, linkSocialIdentity: true } }));
}

/** Adds to a new account what was typed or proven. */
export async function addToAccount(
  profile:
    | { readonly type: 'username' | 'password'; readonly value: string }
    | { readonly type: PageChannel | 'social'; readonly verificationId: string },
): Promise<void> {
  await ask(api.addProfile({ body: profile }));
}

/** Finishes signing in and leaves for the application. */
export async function finish(): Promise<'leaving'> {
  const redirectTo = redirectOf(await ask(api.submitExperience()));
  keepLastProvider();
  leaveFor(redirectTo);
  return 'leaving';
}

/** Answers what the consent page asks and goes back to the application. */
export async function answerConsent(answer: 'allow' | 'cancel'): Promise<'leaving'> {
  const answered = answer === 'allow' ? api.giveConsent() : api.abortInteraction();
  leaveFor(redirectOf(await ask<{ readonly redirectTo: string }>(answered)));
  return 'leaving';
}

// Recovering a password ends without an address to go to; everything else names one.
const redirectOf = (answer: { readonly redirectTo: string } | undefined): string => answer?.redirectTo ?? '';
