import type { PageIdentifier } from '@freehold/contract';
import { isRecord, leaveFor, Problem, request } from '../ui/api.ts';

export type Identifier = { readonly type: PageIdentifier; readonly value: string };

/** Signs in with a password and leaves for the application. */
export async function signInWithPassword(identifier: Identifier, password: string): Promise<'leaving'> {
  await request('PUT', '/api/experience', { body: { interactionEvent: 'SignIn' } });
  const proof = await request('POST', '/api/experience/verification/password', { body: { identifier, password } });
  await request('POST', '/api/experience/identification', {
    body: { verificationId: member(proof, 'verificationId') },
  });
  leaveFor(await request('POST', '/api/experience/submit'));
  return 'leaving';
}

// Whether the account exists already, so that only the way back to the application is left to ask for again.
let registered = false;

/** Starts creating an account: the server says at once when the username is refused or taken. */
export async function registerUsername(username: string): Promise<void> {
  registered = false;
  await request('PUT', '/api/experience', { body: { interactionEvent: 'Register' } });
  await request('POST', '/api/experience/profile', { body: { type: 'username', value: username } });
}

/** Completes the account that `registerUsername` started and leaves for the application. */
export async function registerPassword(password: string): Promise<'leaving'> {
  if (!registered) {
    await request('POST', '/api/experience/profile', { body: { type: 'password', value: password } });
    await request('POST', '/api/experience/identification', { body: {} });
    registered = true;
  }
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

function member(answer: unknown, name: string): string {
  const value = isRecord(answer) ? answer[name] : undefined;
  if (typeof value !== 'string') throw new Problem('', { status: 0, code: 'page.unexpected_answer' });
  return value;
}
