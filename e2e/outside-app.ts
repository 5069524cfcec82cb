/** An application of somebody else, as far as it sends people to sign in. */
import { createHash, randomBytes } from 'node:crypto';

/** Where it wants them back. Nobody answers there: journeys play it. */
export const redirectUri = 'https://notes.example/callback';

export type SignInRequest = { readonly path: string };

/** The address that it sends people to (authorization code with PKCE). */
export function beginSignIn(clientId: string, prompt?: string): SignInRequest {
  const challenge = createHash('sha256').update(randomBytes(32).toString('base64url')).digest('base64url');
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid profile email',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: randomBytes(8).toString('hex'),
    ...(prompt !== undefined && { prompt }),
  });
  return { path: `/oidc/auth?${query}` };
}
