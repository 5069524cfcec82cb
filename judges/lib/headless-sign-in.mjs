/**
 * Signs a person in as clients without our pages do, and holds every status and `Location` on the way to the
 * published sequence: authorization → experience → consent → back to the application.
 */
import assert from 'node:assert/strict';
import { Browser } from './browser.mjs';
import { endpoint } from './environment.mjs';
import { messagesTo, nextMessageTo } from './inbox.mjs';

/**
 * From an authorization request of an application to its callback.
 *
 * @param {string} authorizationUrl where the application sends the browser
 * @param {{ username: string, password: string } | { primaryEmail: string }} person by password, or by a code that the
 *   inbox of the server has
 * @param {object} [options]
 * @param {Browser} [options.browser] one that may be signed in already
 * @param {'kept' | 'replaced'} [options.cookies] what happens to older cookies when a sign-in has been submitted:
 *   browsers keep them, some clients go on with those of the answer alone
 * @param {'by itself' | 'by hand'} [options.consent] an application of strangers needs the person to allow it
 * @returns {Promise<{ callback: string, browser: Browser }>} the URL that the application gets
 */
export async function signInHeadlessly(
  authorizationUrl,
  person,
  { browser = new Browser(), cookies = 'kept', consent = 'by itself' } = {},
) {
  const clientId = new URL(authorizationUrl).searchParams.get('client_id');

  const asked = await browser.navigate(authorizationUrl);
  assert.equal(asked.status, 303, `authorization: ${JSON.stringify(asked.body)}`);
  assert.ok(asked.location.startsWith('/sign-in'), `authorization leads to ${asked.location}`);
  assert.ok(browser.cookieNames.length >= 1, 'authorization sets a cookie');

  const redirectTo = await passExperience(browser, person);
  const resumed = await browser.navigate(redirectTo);
  assert.equal(resumed.status, 303);
  assert.equal(resumed.location, `/consent?app_id=${clientId}`);
  if (cookies === 'replaced') browser.keepOnlyCookiesOf(resumed);
  for (const name of ['_session', '_session.sig', '_interaction', '_interaction.sig']) {
    assert.ok(browser.cookieNames.includes(name), `after submit there is no cookie ${name}`);
  }
  return { callback: await (consent === 'by hand' ? allow : passConsent)(browser), browser };
}

/** The steps of the Experience API; returns where the browser goes on. */
async function passExperience(browser, person) {
  const started = await browser.json('PUT', '/api/experience', { interactionEvent: 'SignIn' });
  assert.equal(started.status, 204, JSON.stringify(started.body));

  const verificationId = await (person.password === undefined ? proveByCode : proveByPassword)(browser, person);
  const identified = await browser.json('POST', '/api/experience/identification', { verificationId });
  assert.equal(identified.status, 204, JSON.stringify(identified.body));

  const submitted = await browser.json('POST', '/api/experience/submit');
  assert.equal(submitted.status, 200, JSON.stringify(submitted.body));
  const { redirectTo } = submitted.body;
  assert.ok(redirectTo.startsWith(`${endpoint}/oidc/auth`), `submit leads to ${redirectTo}`);
  return redirectTo;
}

async function proveByPassword(browser, { username, password }) {
  const identifier = { type: 'username', value: username };
  return verificationOf(await browser.json('POST', '/api/experience/verification/password', { identifier, password }));
}

async function proveByCode(browser, { primaryEmail }) {
  const path = '/api/experience/verification/verification-code';
  const identifier = { type: 'email', value: primaryEmail };
  const known = await messagesTo(primaryEmail);
  const sent = await browser.json('POST', path, { identifier, interactionEvent: 'SignIn' });
  const verificationId = verificationOf(sent);
  const { code } = await nextMessageTo(primaryEmail, 'SignIn', known);
  return verificationOf(await browser.json('POST', `${path}/verify`, { identifier, verificationId, code }));
}

function verificationOf({ status, body }) {
  assert.equal(status, 200, JSON.stringify(body));
  assert.equal(typeof body.verificationId, 'string');
  return body.verificationId;
}

/** A first-party application needs no consent by hand: `/consent` leads on by itself. */
async function passConsent(browser) {
  const given = await browser.navigate('/consent');
  assert.ok(given.status >= 300 && given.status < 400, `consent answers ${given.status}`);
  assert.ok(given.location.startsWith(`${endpoint}/oidc/auth`), `consent leads to ${given.location}`);

  const returned = await browser.navigate(given.location);
  assert.equal(returned.status, 303);
  return returned.location;
}

/** An application of strangers: `/consent` is a page, and allowing says where the browser goes on. */
async function allow(browser) {
  const page = await browser.navigate('/consent');
  assert.equal(page.status, 200, `consent leads to ${page.location}`);
  const allowed = await browser.json('POST', '/api/interaction/consent', {});
  assert.equal(allowed.status, 200, JSON.stringify(allowed.body));
  assert.ok(allowed.body.redirectTo.startsWith(`${endpoint}/oidc/auth`), allowed.body.redirectTo);
  const returned = await browser.navigate(allowed.body.redirectTo);
  assert.equal(returned.status, 303);
  return returned.location;
}

/** A second application, or a second time: the session signs in, nothing is typed. */
export async function signInAgain(authorizationUrl, browser) {
  const clientId = new URL(authorizationUrl).searchParams.get('client_id');
  const asked = await browser.navigate(authorizationUrl);
  assert.equal(asked.status, 303, JSON.stringify(asked.body));
  if (asked.location !== `/consent?app_id=${clientId}`) return asked.location;
  return passConsent(browser);
}

/** Submits the form of the sign-out page as its script does by itself; returns where the browser ends. */
export async function submitSignOutForm(browser, endSessionUrl) {
  const page = await browser.navigate(endSessionUrl);
  assert.equal(page.status, 200, JSON.stringify(page.body));
  assert.match(page.headers.get('content-type'), /^text\/html/);
  const action = page.body.match(/<form[^>]*\baction="([^"]+)"/)?.[1];
  assert.ok(action, 'the sign-out page has a form');
  assert.match(page.body, /<script/, 'the form submits itself');
  const fields = [...page.body.matchAll(/<input[^>]*>/g)].map(([input]) => [
    input.match(/\bname="([^"]*)"/)?.[1] ?? '',
    input.match(/\bvalue="([^"]*)"/)?.[1] ?? '',
  ]);
  const names = new Set(fields.map(([name]) => name));
  const buttons = [...page.body.matchAll(/<button[^>]*\bname="([^"]*)"[^>]*>/g)].map(([, name]) => name);
  for (const name of buttons) assert.ok(!names.has(name), `a button repeats the field ${name}`);
  return browser.submit(action.replaceAll('&amp;', '&'), fields);
}
