import { type Client, createClient, OutcomeUnknown } from '@freehold/client';
import { isRecord } from '@freehold/client/react/kit';
import { relyingParty } from './relying-party.ts';
import { setStanding } from './standing.ts';

let held: { readonly token: string; readonly expiresAt: number } | undefined;
let asking: Promise<string> | undefined;

async function newToken(): Promise<string> {
  try {
    held = await relyingParty.resourceToken();
  } catch (cause) {
    throw new OutcomeUnknown('No answer to the question for a token', { cause });
  }
  if (held !== undefined) return held.token;
  // The sign-in is over. The browser leaves; nothing that waits for an answer may go on meanwhile.
  await relyingParty.beginSignIn({
    locale: document.documentElement.lang,
    returnTo: location.pathname + location.search,
  });
  return new Promise<never>(() => {});
}

/** Every page learns at once that whoever is signed in is no administrator any more, whichever of them was told. */
const watchedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (response.status === 403) {
    const problem: unknown = await response
      .clone()
      .json()
      .catch(() => undefined);
    if (isRecord(problem) && problem['code'] === 'auth.forbidden') setStanding({ at: 'stranger' });
  }
  return response;
};

/** The Management API in the name of the administrator who is signed in. Tokens are kept in memory alone. */
export const management: Client = createClient({
  endpoint: '',
  language: () => document.documentElement.lang,
  fetch: watchedFetch,
  token: refused => {
    // A minute early: a request that is under way when the token ends must not fail.
    const good = held !== undefined && held.token !== refused && held.expiresAt - 60_000 > Date.now();
    if (good && held !== undefined) return held.token;
    asking ??= newToken().finally(() => {
      asking = undefined;
    });
    return asking;
  },
});
