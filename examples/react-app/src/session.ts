/** Signing in with OpenID Connect, by the library of our choice: the account components only want an access token. */
import { type User, UserManager } from 'oidc-client-ts';

export const endpoint = import.meta.env.VITE_FREEHOLD_ENDPOINT;

const users = new UserManager({
  authority: `${endpoint}/oidc`,
  client_id: import.meta.env.VITE_FREEHOLD_CLIENT_ID,
  redirect_uri: `${location.origin}/callback`,
  post_logout_redirect_uri: `${location.origin}/`,
  // No `resource`: a token for the Account API is one that names no other API.
  scope: 'openid offline_access profile email phone address custom_data identities',
  // Without it the provider gives no refresh token (OpenID Connect Core, section 11).
  prompt: 'consent',
  automaticSilentRenew: false,
});

/** Leaves for the sign-in page; the person comes back to where they are now. */
export async function signIn(language: string): Promise<void> {
  await users.signinRedirect({ state: location.pathname, ui_locales: language });
}

export const signOut = (): Promise<void> => users.signoutRedirect();

// The answer in the address works once, and StrictMode runs effects twice.
let opening: Promise<User | null> | undefined;

/** Whoever is signed in, after finishing a sign-in that this page was opened by. */
export function currentUser(): Promise<User | null> {
  opening ??= location.pathname === '/callback' ? finishSignIn() : users.getUser();
  return opening;
}

async function finishSignIn(): Promise<User | null> {
  const answer = location.href;
  history.replaceState(null, '', '/');
  const user = await users.signinRedirectCallback(answer);
  if (typeof user.state === 'string') history.replaceState(null, '', user.state);
  return user;
}

let renewing: Promise<User | null> | undefined;

/**
 * What Freehold's client asks for before each call. `refused` is a token that the server has just turned down: renew it, or
 * have the person sign in again.
 */
export async function accessToken(refused?: string): Promise<string> {
  const user = await users.getUser();
  if (user && !user.expired && user.access_token !== refused) return user.access_token;
  if (user?.refresh_token) {
    // A refresh token serves once: calls that come meanwhile wait for the same answer.
    renewing ??= users.signinSilent().finally(() => {
      renewing = undefined;
    });
    const renewed = await renewing.catch(() => null);
    if (renewed) return renewed.access_token;
  }
  await users.removeUser();
  await signIn(document.documentElement.lang);
  // The browser is leaving: whoever waits for a token goes on waiting.
  return new Promise<never>(() => {});
}
