/** The steps of signing in, as the server takes them; see `signInRoutes` in the contract. */
import type { ExperienceProgress, InteractionEvent, PageChannel, PageIdentifier } from '@freehold/contract';
import { isRecord, leaveFor, Problem, request } from '../ui/api.ts';

export type Identifier = { readonly type: PageIdentifier; readonly value: string };
/** Where a code can go. */
export type Address = { readonly type: PageChannel; readonly value: string };

/** Starts over on the server; pages call `begin`, which also forgets what they keep. */
export async function startExperience(interactionEvent: InteractionEvent): Promise<void> {
  await request('PUT', '/api/experience', { body: { interactionEvent } });
}

/** Goes over from signing in to registering or back, and keeps what was proven. */
export async function goOverTo(interactionEvent: InteractionEvent): Promise<void> {
  await request('PUT', '/api/experience/interaction-event', { body: { interactionEvent } });
}

/** What the server knows of this sign-in; undefined when none was begun. */
export async function readProgress(): Promise<ExperienceProgress | undefined> {
  try {
    return (await request('GET', '/api/experience/interaction')) as ExperienceProgress;
  } catch (error) {
    if (error instanceof Problem && error.code !== 'network') return undefined;
    throw error;
  }
}

/** Proves who somebody is by a password. @returns the id of the proof */
export async function provePassword(identifier: Identifier, password: string): Promise<string> {
  const body = { identifier, password };
  return idOf(await request('POST', '/api/experience/verification/password', { body }));
}

/** Has a code sent. @returns the id under which it is checked */
export async function requestCode(interactionEvent: InteractionEvent, identifier: Address): Promise<string> {
  const body = { identifier, interactionEvent };
  return idOf(await request('POST', '/api/experience/verification/verification-code', { body }));
}

/** Proves an address by the code that was sent to it. */
export async function proveCode(identifier: Address, verificationId: string, code: string): Promise<void> {
  const body = { identifier, verificationId, code };
  await request('POST', '/api/experience/verification/verification-code/verify', { body });
}

/** Asks where the browser goes to sign in at a provider. */
export async function startSocial(
  connectorId: string,
  body: { readonly state: string; readonly redirectUri: string },
): Promise<{ readonly verificationId: string; readonly authorizationUri: string }> {
  const path = `/api/experience/verification/social/${encodeURIComponent(connectorId)}/authorization-uri`;
  const answer = await request('POST', path, { body });
  return { verificationId: idOf(answer), authorizationUri: member(answer, 'authorizationUri') };
}

/** Hands over what the provider sent back. */
export async function proveSocial(
  connectorId: string,
  verificationId: string,
  connectorData: Readonly<Record<string, string>>,
): Promise<void> {
  const path = `/api/experience/verification/social/${encodeURIComponent(connectorId)}/verify`;
  await request('POST', path, { body: { verificationId, connectorData } });
}

/** Says who signs in or recovers a password; registering, creates the account from what was added to it. */
export async function identify(verificationId?: string): Promise<void> {
  const body = verificationId === undefined ? {} : { verificationId };
  await request('POST', '/api/experience/identification', { body });
}

/** Links the identity of a provider to whoever was identified before. */
export async function linkIdentity(verificationId: string): Promise<void> {
  await request('POST', '/api/experience/identification', { body: { verificationId, linkSocialIdentity: true } });
}

/** Adds to a new account what was typed or proven. */
export async function addToAccount(
  profile:
    | { readonly type: 'username' | 'password'; readonly value: string }
    | { readonly type: PageChannel | 'social'; readonly verificationId: string },
): Promise<void> {
  await request('POST', '/api/experience/profile', { body: profile });
}

/** Sets a new password in place of a forgotten one. Nobody is signed in by it. */
export async function replacePassword(password: string): Promise<void> {
  await request('PUT', '/api/experience/profile/password', { body: { password } });
  await request('POST', '/api/experience/submit');
}

/** Finishes signing in and leaves for the application. */
export async function finish(): Promise<'leaving'> {
  leaveFor(await request('POST', '/api/experience/submit'));
  return 'leaving';
}

/** Answers what the consent page asks and goes back to the application. */
export async function answerConsent(answer: 'allow' | 'cancel'): Promise<'leaving'> {
  leaveFor(
    answer === 'allow'
      ? await request('POST', '/api/interaction/consent', { body: {} })
      : await request('POST', '/api/interaction/abort', { body: {} }),
  );
  return 'leaving';
}

const idOf = (answer: unknown): string => member(answer, 'verificationId');

function member(answer: unknown, name: string): string {
  const value = isRecord(answer) ? answer[name] : undefined;
  if (typeof value !== 'string') throw new Problem('', { status: 0, code: 'page.unexpected_answer' });
  return value;
}
