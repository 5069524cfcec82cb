import { type Client, createClient } from '@freehold/client';
import { relyingParty } from './relying-party.ts';

/** Whoever is signed in is no administrator, or no longer one. */
export class NotAnAdministrator extends Error {}

let held: { readonly token: string; readonly expiresAt: number } | undefined;
let asking: Promise<string> | undefined;

async function newToken(): Promise<string> {
  held = await relyingParty.resourceToken();
  if (held === undefined) throw new NotAnAdministrator();
  return held.token;
}

/** The Management API in the name of the administrator who is signed in. Tokens are kept in memory alone. */
export const management: Client = createClient({
  endpoint: '',
  language: () => document.documentElement.lang,
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
