/** A single-page application that signs in with `oidc-client-ts`, as its guide shows. Served and bundled by `lib/site.mjs`. */
import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { request } from './request.mjs';

const { endpoint, ...settings } = JSON.parse(document.querySelector('#settings').textContent);
const here = path => new URL(path, location.origin).href;
const manager = new UserManager({
  authority: `${endpoint}/oidc`,
  redirect_uri: here('/callback'),
  post_logout_redirect_uri: here('/signed-out'),
  userStore: new WebStorageStateStore({ store: localStorage }),
  automaticSilentRenew: false,
  ...settings,
});

let problem;
/** What the application keeps for itself across the redirect. */
let carried;
try {
  if (location.pathname === '/callback') carried = (await manager.signinCallback(location.href)).state;
  if (location.pathname === '/signed-out') carried = (await manager.signoutCallback(location.href)).userState;
} catch (error) {
  problem = { name: error.name, code: error.error, message: error.message };
}

/** What can leave the page: `User` is a class. */
const plain = user =>
  user && {
    profile: user.profile,
    accessToken: user.access_token,
    refreshToken: user.refresh_token,
    idToken: user.id_token,
    scope: user.scope,
    expired: user.expired,
  };

window.application = {
  problem: () => problem,
  carried: () => carried,
  signIn: options => manager.signinRedirect(options),
  signInSilently: async options => plain(await manager.signinSilent(options)),
  signOut: options => manager.signoutRedirect(options),
  revoke: types => manager.revokeTokens(types),
  user: async () => plain(await manager.getUser()),
  /** Calls the server from this origin with the access token. */
  call: async (method, path, body) => {
    const user = await manager.getUser();
    return request(method, endpoint + path, body, { authorization: `Bearer ${user.access_token}` });
  },
};
