// Freehold's account without a framework and without a library: OpenID Connect with PKCE, then plain `fetch`.
// Everything a browser application has to do is on this page.

import { clientId, endpoint } from './config.js';

const redirectUri = `${location.origin}${location.pathname}`;
const scope = 'openid offline_access profile email';
const element = id => document.getElementById(id);

// ── Signing in: authorization code with PKCE (RFC 7636) ──

const base64url = bytes =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

async function signIn() {
  const verifier = random();
  const state = random();
  sessionStorage.setItem('pending', JSON.stringify({ verifier, state }));
  const challenge = base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
  location.assign(
    `${endpoint}/oidc/auth?${new URLSearchParams({
      client_id: clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      // No `resource`: a token for the Account API is one that names no other API.
      scope,
      // Without it there is no refresh token.
      prompt: 'consent',
      state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    })}`,
  );
}

async function finishSignIn() {
  const answer = new URLSearchParams(location.search);
  const pending = JSON.parse(sessionStorage.getItem('pending') ?? '{}');
  sessionStorage.removeItem('pending');
  // Neither a reload nor the history may offer a used code again.
  history.replaceState(null, '', redirectUri);
  if (answer.get('state') !== pending.state) throw new Error('This answer belongs to no sign-in of this tab.');
  if (answer.has('error')) throw new Error(answer.get('error_description') ?? answer.get('error'));
  await getTokens({
    grant_type: 'authorization_code',
    code: answer.get('code'),
    redirect_uri: redirectUri,
    code_verifier: pending.verifier,
  });
}

async function getTokens(parameters) {
  const response = await fetch(`${endpoint}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: clientId, ...parameters }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error_description ?? answer.error);
  sessionStorage.setItem('tokens', JSON.stringify({ ...tokens(), ...answer }));
}

const tokens = () => JSON.parse(sessionStorage.getItem('tokens') ?? 'null');

async function signOut() {
  sessionStorage.removeItem('tokens');
  location.assign(
    `${endpoint}/oidc/session/end?${new URLSearchParams({ client_id: clientId, post_logout_redirect_uri: redirectUri })}`,
  );
}

// ── Calling the Account API ──

/** A refusal: `code` is for programs, `message` for people, in their language. */
class Refusal extends Error {
  constructor(problem) {
    super(problem.message);
    this.code = problem.code;
    this.data = problem.data;
  }
}

async function call(method, path, { body, proof, renewed = false } = {}) {
  const response = await fetch(endpoint + path, {
    method,
    headers: {
      authorization: `Bearer ${tokens().access_token}`,
      'accept-language': navigator.language,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(proof !== undefined && { 'logto-verification-id': proof }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer = text === '' ? undefined : JSON.parse(text);
  if (response.ok) return answer;
  // The access token has ended: renew it once, and ask again. A refusal of this kind means that nothing was done.
  if (answer.code === 'auth.unauthorized' && !renewed && tokens().refresh_token !== undefined) {
    await getTokens({ grant_type: 'refresh_token', refresh_token: tokens().refresh_token });
    return call(method, path, { body, proof, renewed: true });
  }
  throw new Refusal(answer);
}

/** A change for which the server may want a proof of who is there: asks for it and sends the same change again. */
async function change(method, path, body) {
  let proof;
  for (;;) {
    try {
      return await call(method, path, { body, proof });
    } catch (error) {
      if (error.code !== 'verification_record.permission_denied') throw error;
      // `error.data.acceptableMethods` lists what would do; this page knows the password only.
      proof = await askForProof();
      if (proof === undefined) throw new Error('Nothing was changed.');
    }
  }
}

/** Proves who is there by the current password. Resolves with the id of the proof, or undefined when they would rather not. */
function askForProof() {
  const dialog = element('proof');
  const field = element('current-password');
  field.value = '';
  element('proof-problem').textContent = '';
  dialog.showModal();
  return new Promise(resolve => {
    const close = proof => {
      element('proof-form').onsubmit = null;
      dialog.onclose = null;
      dialog.close();
      resolve(proof);
    };
    dialog.onclose = () => close(undefined);
    element('proof-form').onsubmit = async event => {
      event.preventDefault();
      if (event.submitter?.value === '') return close(undefined);
      try {
        const record = await call('POST', '/api/verifications/password', { body: { password: field.value } });
        close(record.verificationRecordId);
      } catch (error) {
        element('proof-problem').textContent = error.message;
        field.select();
      }
    };
  });
}

// ── The page ──

async function showAccount() {
  const account = await call('GET', '/api/my-account');
  // A member that is absent is closed by the administrator or by the scopes of the token; null means not set.
  element('username').textContent = account.username ?? 'Not set';
  element('email').textContent = account.primaryEmail ?? 'Not set';
  element('name').value = account.name ?? '';
  element('account').hidden = false;
}

/** Runs what a button does, and says what came of it. */
async function attempt(work, done = '') {
  element('problem').textContent = '';
  element('status').textContent = '';
  try {
    await work();
    element('status').textContent = done;
  } catch (error) {
    // No answer at all, after a change was sent: whether it arrived, only reading the account again can say.
    element('problem').textContent =
      error instanceof TypeError ? 'No answer came. Reload to see what arrived.' : error.message;
  }
}

element('sign-in').onclick = () => attempt(signIn);
element('sign-out').onclick = () => attempt(signOut);

element('name-form').onsubmit = event => {
  event.preventDefault();
  attempt(async () => {
    await change('PATCH', '/api/my-account', { name: element('name').value });
    await showAccount();
  }, 'Your name was saved.');
};

element('password-form').onsubmit = event => {
  event.preventDefault();
  attempt(async () => {
    await change('POST', '/api/my-account/password', { password: element('new-password').value });
    element('new-password').value = '';
  }, 'Your password was changed. Your other devices were signed out.');
};

await attempt(async () => {
  if (new URLSearchParams(location.search).has('state')) await finishSignIn();
  if (tokens() === null) element('sign-in').hidden = false;
  else await showAccount();
});
