/** The whole sign-in, as a browser and the application's server walk it: nine requests, one password hash. */
import { createHash, randomBytes } from 'node:crypto';
import { headerOf } from './connection.mjs';

export const REDIRECT_URI = 'http://127.0.0.1/callback';
export const SCOPES = 'openid offline_access profile email phone custom_data identities';

const form = values => new URLSearchParams(values).toString();
const FORM = 'content-type: application/x-www-form-urlencoded\r\n';
const JSON_BODY = 'content-type: application/json\r\n';

class CookieJar {
  #cookies = new Map();

  take({ head }) {
    for (const [, name, value] of head.matchAll(/\r\nset-cookie: *([^=]+)=([^;\r]*)/gi)) this.#cookies.set(name, value);
  }

  get header() {
    return `cookie: ${[...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')}\r\n`;
  }
}

const pathOf = location => {
  const { pathname, search } = new URL(location, 'http://127.0.0.1');
  return pathname + search;
};

const json = value => ({ headers: JSON_BODY, body: JSON.stringify(value) });

/** Somebody's browser: `step(status, method, path, request)` asks, expects that status and keeps the cookies. */
function browser(connection) {
  const jar = new CookieJar();
  return async (expected, method, path, { headers = '', body } = {}) => {
    const answer = await connection.request(method, path, jar.header + headers, body);
    if (answer.status !== expected) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
    jar.take(answer);
    return answer;
  };
}

/** Opens the sign-in page for `event`; resolves with `post(path, value)`, which expects a 200. */
export async function openSignIn(connection, { clientId, event }) {
  const step = browser(connection);
  const challenge = createHash('sha256').update(randomBytes(32)).digest('base64url');
  await step(303, 'GET', authorization(clientId, challenge));
  await step(204, 'PUT', '/api/experience', json({ interactionEvent: event }));
  return (path, value) => step(200, 'POST', path, json(value));
}

function authorization(clientId, challenge) {
  const query = form({
    client_id: clientId,
    redirect_uri: REDIRECT_URI,
    response_type: 'code',
    scope: SCOPES,
    prompt: 'consent',
    state: randomBytes(8).toString('hex'),
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  return `/oidc/auth?${query}`;
}

/** Signs `username` in; resolves with the answer of the token endpoint and the number of requests it took. */
export async function signIn(connection, { clientId, username, password }) {
  let requests = 0;
  const ask = browser(connection);
  const step = (...request) => {
    requests++;
    return ask(...request);
  };

  const verifier = randomBytes(32).toString('base64url');
  await step(303, 'GET', authorization(clientId, createHash('sha256').update(verifier).digest('base64url')));
  await step(204, 'PUT', '/api/experience', json({ interactionEvent: 'SignIn' }));
  const verified = await step(
    200,
    'POST',
    '/api/experience/verification/password',
    json({ identifier: { type: 'username', value: username }, password }),
  );
  const { verificationId } = JSON.parse(verified.body);
  await step(204, 'POST', '/api/experience/identification', json({ verificationId }));
  const submitted = await step(200, 'POST', '/api/experience/submit');
  await step(303, 'GET', pathOf(JSON.parse(submitted.body).redirectTo));
  const consented = await step(303, 'GET', '/consent');
  const returned = await step(303, 'GET', pathOf(headerOf(consented, 'location')));
  const code = new URL(headerOf(returned, 'location')).searchParams.get('code');
  const exchanged = await step(200, 'POST', '/oidc/token', {
    headers: FORM,
    body: form({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: REDIRECT_URI,
      code,
      code_verifier: verifier,
    }),
  });
  return { tokens: JSON.parse(exchanged.body), requests };
}

/** Exchanges a refresh token for new ones. */
export const refresh = (connection, { clientId, refreshToken }) =>
  connection.request(
    'POST',
    '/oidc/token',
    FORM,
    form({ grant_type: 'refresh_token', client_id: clientId, refresh_token: refreshToken }),
  );
