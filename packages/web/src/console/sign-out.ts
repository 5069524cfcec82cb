import { relyingParty } from './relying-party.ts';

/** Ends the sign-in at the console, here and at the provider; the browser leaves. */
export async function signOut(): Promise<void> {
  const signedIn = relyingParty.remembered();
  if (signedIn === undefined) location.reload();
  else await relyingParty.signOut(signedIn);
}
