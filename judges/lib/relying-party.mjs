/** What judges of the bare protocol share: an authorization request written by hand, and a token request by form. */
import { createHash, randomBytes } from 'node:crypto';
import { endpoint } from './environment.mjs';
import { signInHeadlessly } from './headless-sign-in.mjs';

/** An authorization request as the field's clients send it; a parameter that is `undefined` is left out. */
export function authorizationRequest(app, redirectUri, parameters = {}) {
  const verifier = randomBytes(32).toString('base64url');
  const all = {
    client_id: app.id,
    redirect_uri: redirectUri,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: randomBytes(9).toString('base64url'),
    response_type: 'code',
    prompt: 'consent',
    scope: 'openid offline_access profile',
    ...parameters,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(all)) {
    for (const one of [value].flat()) if (one !== undefined) query.append(name, one);
  }
  return { url: `${endpoint}/oidc/auth?${query}`, verifier, state: all.state };
}

/** Posts a form to an endpoint of the protocol; an application with a secret says it in Basic authentication. */
export async function postForm(path, app, fields, headers = {}) {
  const body = new URLSearchParams({ client_id: app.id });
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) body.append(name, value);
  const response = await fetch(endpoint + path, {
    method: 'POST',
    headers: { ...(app.secret && { authorization: `Basic ${btoa(`${app.id}:${app.secret}`)}` }), ...headers },
    body,
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}

/**
 * Signs a person in and redeems the code with exactly the fields that `@logto/node` sends, and `more`.
 * `options` are those of the headless sign-in.
 */
export async function getTokens(app, redirectUri, person, parameters = {}, more = {}, options = {}) {
  const request = authorizationRequest(app, redirectUri, parameters);
  const { callback, browser } = await signInHeadlessly(request.url, person, options);
  const answer = new URL(callback);
  if (answer.searchParams.get('state') !== request.state) throw new Error(`another state in ${callback}`);
  const withoutPkce = 'code_challenge' in parameters && parameters.code_challenge === undefined;
  const { status, body } = await postForm('/oidc/token', app, {
    grant_type: 'authorization_code',
    code: answer.searchParams.get('code'),
    code_verifier: withoutPkce ? undefined : request.verifier,
    redirect_uri: redirectUri,
    ...more,
  });
  if (status !== 200) throw new Error(`no tokens: ${status} ${JSON.stringify(body)}`);
  return { ...body, browser };
}

/** A refresh with the fields of `more`. */
export const refresh = (app, token, more = {}) =>
  postForm('/oidc/token', app, { grant_type: 'refresh_token', refresh_token: token, ...more });
