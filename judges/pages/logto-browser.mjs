/** A single-page application that signs in with `@logto/browser`, as its guide shows. Served and bundled by `lib/site.mjs`. */
import LogtoClient from '@logto/browser';
import { request } from './request.mjs';

const { endpoint, appId, ...more } = JSON.parse(document.querySelector('#settings').textContent);
const client = new LogtoClient({ endpoint, appId, ...more });
const here = path => new URL(path, location.origin).href;

let problem;
if (location.pathname === '/callback') {
  try {
    await client.handleSignInCallback(location.href);
  } catch (error) {
    problem = { name: error.name, code: error.code, message: error.message };
  }
}

window.application = {
  signIn: options => client.signIn({ redirectUri: here('/callback'), ...options }),
  signOut: () => client.signOut(here('/signed-out')),
  problem: () => problem,
  isAuthenticated: () => client.isAuthenticated(),
  claims: () => client.getIdTokenClaims(),
  userInfo: () => client.fetchUserInfo(),
  accessToken: resource => client.getAccessToken(resource),
  accessTokenClaims: resource => client.getAccessTokenClaims(resource),
  /** As an application does that wants a token now, not the one that it has. */
  freshAccessToken: async resource => {
    await client.clearAccessToken();
    return client.getAccessToken(resource);
  },
  refreshToken: () => client.getRefreshToken(),
  /** Calls the server from this origin with the access token. */
  call: async (method, path, body, headers) =>
    request(method, endpoint + path, body, { authorization: `Bearer ${await client.getAccessToken()}`, ...headers }),
};
