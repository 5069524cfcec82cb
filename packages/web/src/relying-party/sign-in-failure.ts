import type { Words } from '@freehold/client/react/kit';
import { providerSays, UnknownSignIn } from './relying-party.ts';

/** Why a sign-in could not be begun or finished, for the person: what a browser or a library says of it is for programmers. */
export function signInFailure(error: unknown, { text }: Pick<Words, 'text'>): string {
  if (error instanceof UnknownSignIn) return text('session.unknown_answer');
  // What `fetch` throws where no answer came.
  if (error instanceof TypeError) return text('problem.network');
  return providerSays(error) ?? text('problem.unknown');
}
