/** Ending sessions, judged from outside: which tokens, cookies and sign-ins still work afterwards. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addTokenWithoutSession, listSessions } from '../testing/oidc-world.store.ts';
import {
  authorization,
  createOidcWorld,
  type OidcWorld,
  type SignedIn,
  type TestApplication,
} from '../testing/oidc-world.ts';
import { endAllSessions, endOtherSessions, endSession } from './index.ts';

let world: OidcWorld;
let spa: TestApplication;
let user: string;
beforeAll(async () => {
  world = await createOidcWorld();
  spa = await world.createApplication('SPA');
});
afterAll(() => world.close());
beforeEach(async () => {
  user = await world.createUser();
});

const uidOf = async (signedIn: SignedIn): Promise<string> =>
  (await world.principal(signedIn.access_token))?.session_uid ?? '';
const account = () => ({ tenantId: world.tenantId, userId: user, now: world.clock() });

/** What still works of a sign-in. */
async function works(signedIn: SignedIn) {
  const none = await signedIn.browser.get(`/oidc/auth?${authorization(spa, { prompt: 'none' }).query}`);
  return {
    account: (await world.principal(signedIn.access_token)) !== undefined,
    userinfo: (await world.userinfo(signedIn.access_token)).status === 200,
    refresh: (await world.refresh(spa, signedIn.refresh_token)).status === 200,
    cookie: none.headers.get('location')?.includes('code=') === true,
  };
}
const all = { account: true, userinfo: true, refresh: true, cookie: true };
const nothing = { account: false, userinfo: false, refresh: false, cookie: false };

describe('ending one session', () => {
  test('ends its cookie, tokens and grants at once, and nothing else', async () => {
    const [first, second] = [await world.signIn(spa, user), await world.signIn(spa, user)];
    const stranger = await world.signIn(spa, await world.createUser());
    const sessionUid = await uidOf(first);
    expect(await world.database.transaction(tx => endSession(tx, { ...account(), sessionUid }))).toBe(true);
    expect(await works(first)).toEqual(nothing);
    expect(await works(second)).toEqual(all);
    expect(await works(stranger)).toEqual(all);
    expect(await world.database.transaction(tx => endSession(tx, { ...account(), sessionUid }))).toBe(false);
  });

  test('does not reach another user’s or another tenant’s session', async () => {
    const mine = await world.signIn(spa, user);
    const sessionUid = await uidOf(mine);
    const others = [
      { ...account(), userId: await world.createUser(), sessionUid },
      { ...account(), tenantId: 'another', sessionUid },
    ];
    for (const one of others) expect(await world.database.transaction(tx => endSession(tx, one))).toBe(false);
    expect(await works(mine)).toEqual(all);
  });
});

describe('ending all other sessions', () => {
  const endOthers = (except: { sessionUid: string | null; grantId: string | null }) =>
    world.database.transaction(tx => endOtherSessions(tx, { ...account(), except }));

  test('keeps the caller’s own, also for its other applications', async () => {
    const mine = await world.signIn(spa, user);
    const web = await world.createApplication('Traditional');
    const alsoMine = await world.signIn(web, user, { browser: mine.browser });
    const others = [await world.signIn(spa, user), await world.signIn(spa, user)];
    const principal = await world.principal(mine.access_token);
    expect(await endOthers({ sessionUid: principal?.session_uid ?? null, grantId: principal?.grant_id ?? null })).toBe(
      2,
    );
    expect(await works(mine)).toEqual(all);
    expect((await world.refresh(web, alsoMine.refresh_token)).status).toBe(200);
    for (const other of others) expect(await works(other)).toEqual(nothing);
    expect(
      (await listSessions(world.database, world.tenantId, user)).filter(({ ended_at }) => ended_at === null).length,
    ).toBe(1);
  });

  test('reaches what outlived its session by a sign-out, and what never had one', async () => {
    const mine = await world.signIn(spa, user);
    const outlived = await world.signIn(spa, user);
    await world.signOut(outlived.browser, spa);
    const exchanged = await addTokenWithoutSession(world.database, world.tenantId, {
      userId: user,
      clientId: spa.id,
      now: world.clock(),
    });
    expect((await world.userinfo(outlived.access_token)).status).toBe(200);
    expect(await world.principal(exchanged.token)).toBeDefined();
    await endOthers({ sessionUid: await uidOf(mine), grantId: null });
    expect((await world.userinfo(outlived.access_token)).status).toBe(401);
    expect((await world.refresh(spa, outlived.refresh_token)).status).toBe(400);
    expect(await world.principal(exchanged.token)).toBeUndefined();
    expect(await works(mine)).toEqual(all);
  });

  test('keeps the grant of a caller without a session, and only that', async () => {
    const other = await world.signIn(spa, user);
    const [mine, another] = [
      await addTokenWithoutSession(world.database, world.tenantId, {
        userId: user,
        clientId: spa.id,
        now: world.clock(),
      }),
      await addTokenWithoutSession(world.database, world.tenantId, {
        userId: user,
        clientId: spa.id,
        now: world.clock(),
      }),
    ];
    expect(await endOthers({ sessionUid: null, grantId: mine.grantId })).toBe(1);
    expect(await world.principal(mine.token)).toBeDefined();
    expect(await world.principal(another.token)).toBeUndefined();
    expect(await works(other)).toEqual(nothing);
  });

  test('ends sign-ins under way, which could be finished with what is no longer true', async () => {
    const mine = await world.signIn(spa, user);
    const [proven, submitted, stranger] = [world.browser(), world.browser(), world.browser()];
    for (const browser of [proven, submitted, stranger]) await browser.get(`/oidc/auth?${authorization(spa).query}`);
    const { interactions } = world.parts.oidc;
    await interactions.saveExperience(await world.findInteraction(proven), {
      event: 'SignIn',
      verifications: [
        {
          id: 'v',
          type: 'Password',
          identifier: { type: 'username', value: 'x' },
          userId: user,
          passwordUpdatedAt: null,
          verified: true,
        },
      ],
    });
    const resume = (await submitted.get(`/test/sign-in?user=${user}`)).headers.get('location') ?? '';
    await endOthers({ sessionUid: await uidOf(mine), grantId: null });
    expect(await (await proven.get(`/test/sign-in?user=${user}`)).text()).toBe('session.not_found');
    expect((await submitted.get(resume)).status).toBe(400);
    expect((await stranger.get(`/test/sign-in?user=${await world.createUser()}`)).status).toBe(303);
  });
});

describe('ending everything', () => {
  test('leaves a user nothing', async () => {
    const [first, second] = [await world.signIn(spa, user), await world.signIn(spa, user)];
    expect(await world.database.transaction(tx => endAllSessions(tx, account()))).toBe(2);
    for (const one of [first, second]) expect(await works(one)).toEqual(nothing);
    expect((await world.signIn(spa, user)).access_token).toBeDefined();
  });
});

describe('a request that has read before the end and writes after it', () => {
  const end = () => world.database.transaction(tx => endAllSessions(tx, account()));

  test('a refresh that rotates, or does not, is refused', async () => {
    const web = await world.createApplication('Traditional');
    for (const application of [spa, web]) {
      const { refresh_token: token } = await world.signIn(application, user);
      const answer = await world.between(() => world.refresh(application, token), end);
      expect([answer.status, answer.body.error]).toEqual([400, 'invalid_grant']);
    }
  });

  test('the exchange of a code is refused', async () => {
    const request = authorization(spa);
    const code = (await world.browser().authorize(request.query, user)).searchParams.get('code') ?? '';
    const answer = await world.between(() => world.exchange(spa, code, request.verifier), end);
    expect([answer.status, answer.body.error]).toEqual([400, 'invalid_grant']);
  });

  test('an authorization in the ended session is refused, and takes nobody back in', async () => {
    const { browser } = await world.signIn(spa, user);
    const silent = () => browser.get(`/oidc/auth?${authorization(spa, { prompt: 'none' }).query}`);
    const answer = await world.between(silent, end);
    expect([answer.status, answer.headers.get('location'), (await answer.json()).code]).toEqual([
      400,
      null,
      'session.not_found',
    ]);
    expect((await silent()).headers.get('location')).toContain('error=login_required');
  });

  test('a consent is refused and leaves no grant', async () => {
    const { browser } = await world.signIn(spa, user);
    const [{ uid: sessionUid } = { uid: '' }] = await listSessions(world.database, world.tenantId, user);
    const unknown = await world.createApplication('SPA');
    await browser.get(`/oidc/auth?${authorization(unknown).query}`);
    const answer = await world.between(
      () => browser.get('/consent'),
      () => world.database.transaction(tx => endSession(tx, { ...account(), sessionUid })),
    );
    expect(await answer.text()).toBe('session.not_found');
    expect(await world.countGrantsOf(user)).toBe(0);
  });

  test('a sign-out leaves an ended session ended', async () => {
    const { browser } = await world.signIn(spa, user);
    const answer = await world.between(() => browser.get(`/oidc/session/end?client_id=${spa.id}`), end);
    expect(answer.status).toBe(400);
  });
});

describe('a request at the same moment', () => {
  /** Everything that the tokens of these answers can still do. */
  const survivors = async (
    answers: readonly { status: number; body: { access_token?: string; refresh_token?: string } }[],
  ) => {
    const alive: string[] = [];
    for (const { body } of answers) {
      if (body.access_token && (await world.principal(body.access_token))) alive.push('access token');
      if (body.refresh_token && (await world.refresh(spa, body.refresh_token)).status === 200)
        alive.push('refresh token');
    }
    return alive;
  };
  const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

  test.each([0, 1, 2, 4, 8])('a refresh does not survive (the end comes %i ms after it began)', async delay => {
    for (let round = 0; round < 6; round++) {
      const signedIn = await world.signIn(spa, user);
      const refreshes = Array.from({ length: 4 }, () => world.refresh(spa, signedIn.refresh_token));
      await pause(delay);
      await world.database.transaction(tx => endAllSessions(tx, account()));
      expect(await survivors(await Promise.all(refreshes))).toEqual([]);
    }
  });

  test.each([0, 2, 5])('a code does not survive (the end comes %i ms after its exchange began)', async delay => {
    for (let round = 0; round < 6; round++) {
      const request = authorization(spa);
      const code = (await world.browser().authorize(request.query, user)).searchParams.get('code') ?? '';
      const exchange = world.exchange(spa, code, request.verifier);
      await pause(delay);
      await world.database.transaction(tx => endAllSessions(tx, account()));
      expect(await survivors([await exchange])).toEqual([]);
    }
  });

  test('an authorization in the ended session does not survive', async () => {
    for (let round = 0; round < 12; round++) {
      const { browser } = await world.signIn(spa, user);
      const request = authorization(spa, { prompt: 'none' });
      const pending = browser.get(`/oidc/auth?${request.query}`);
      await pause(round);
      await world.database.transaction(tx => endAllSessions(tx, account()));
      const location = (await pending).headers.get('location');
      const code = location === null ? null : new URL(location).searchParams.get('code');
      if (code !== null) expect(await survivors([await world.exchange(spa, code, request.verifier)])).toEqual([]);
      const later = await browser.get(`/oidc/auth?${authorization(spa, { prompt: 'none' }).query}`);
      expect(later.headers.get('location')).toContain('error=login_required');
    }
  });

  test('a consent in the ended session does not survive', async () => {
    for (let round = 0; round < 6; round++) {
      const { browser } = await world.signIn(spa, user);
      await browser.get(`/oidc/auth?${authorization(spa).query}`);
      const pending = browser.get('/consent');
      await pause(round);
      await world.database.transaction(tx => endAllSessions(tx, account()));
      const location = (await pending).headers.get('location');
      if (location !== null) expect((await browser.get(location)).status).toBe(400);
    }
    expect(await world.countGrantsOf(user)).toBe(0);
  });
});
