/** Whoever guesses a few times at the codes of very many people stays below what one address allows: networks have a count of their own. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../testing/create-test-app.ts';
import { codesAllowed, createSignInScene, outcome, type SignInScene, visitor } from '../testing/sign-in-scene.ts';

const MOST = 6;
const wrong = [400, 'verification_code.code_mismatch'];
const blocked = [400, 'session.verification_blocked_too_many_attempts'];
const address = (i: number) => `person-${i}@example.com`;

let scene: SignInScene;
let networks = 0;
beforeEach(async () => {
  const messageRateLimitPolicy = { perRecipient: 100, perUser: 100, perOrigin: MOST, windowSeconds: 600 };
  scene = await createSignInScene({ ...codesAllowed, messageRateLimitPolicy });
});

/** A code to one more person, asked for from somewhere else each time: messages have a limit, too. */
async function asked(i: number, cookie?: string) {
  const from = visitor(scene, cookie, `203.0.113.${networks++ % 250}`);
  await from.start('SignIn');
  const { body } = await from.askCode(address(i), 'SignIn');
  const enter = (code: string, ip: string) =>
    visitor(scene, from.cookie, ip).enterCode(address(i), body.verificationId, code);
  return { enter, code: scene.app.messenger.codeTo(address(i)) };
}
const count = (answers: readonly Answer[], code: unknown) => answers.filter(one => outcome(one)[1] === code).length;

describe('wrong codes from one network', () => {
  test('count together, whomever they are for, and hold up no other network', async () => {
    const attacker = '198.51.100.7';
    for (let i = 0; i < MOST; i++) {
      const { enter } = await asked(i);
      expect(outcome(await enter('wrong!', attacker))).toEqual(wrong);
    }
    await scene.app.events();
    const last = await asked(MOST);
    const answer = await last.enter(last.code, attacker);
    expect([outcome(answer), answer.headers['retry-after']]).toEqual([blocked, '3600']);
    expect((await last.enter(last.code, '198.51.100.8')).status).toBe(200);
    expect(await scene.app.events()).toEqual([]);

    const later = await asked(MOST + 1);
    scene.app.clock.advance(3_600_000);
    const again = await asked(MOST + 1);
    expect(outcome(await later.enter(later.code, attacker))[1]).toBe('verification_code.expired');
    expect((await again.enter(again.code, attacker)).status).toBe(200);
  });

  test('are those of a whole IPv6 subscriber', async () => {
    for (let i = 0; i < MOST; i++) {
      const { enter } = await asked(i);
      expect(outcome(await enter('wrong!', `2001:db8:1:2::${i.toString(16)}`))).toEqual(wrong);
    }
    const { enter, code } = await asked(MOST);
    expect(outcome(await enter(code, '2001:0DB8:0001:0002:ffff::1'))).toEqual(blocked);
    expect((await enter(code, '2001:db8:1:3::1')).status).toBe(200);
  });

  test('that come at once are judged no more often than one after the other', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, (_, i) => asked(i)));
    const answers = await Promise.all(
      people.flatMap(({ enter }) => ['wrong1', 'wrong2'].map(code => enter(code, '::1'))),
    );
    expect(count(answers, 'verification_code.code_mismatch')).toBe(MOST);
    expect(count(answers, 'session.verification_blocked_too_many_attempts')).toBe(answers.length - MOST);
  });

  test('are not hidden by a header that no configured proxy has written', async () => {
    const messageRateLimitPolicy = { perRecipient: 100, perUser: 100, perOrigin: MOST, windowSeconds: 60 };
    scene = await createSignInScene({ ...codesAllowed, messageRateLimitPolicy }, { parts: { trustProxy: false } });
    for (let i = 0; i < MOST; i++) {
      const { enter } = await asked(i);
      expect(outcome(await enter('wrong!', `198.51.100.${i}`))).toEqual(wrong);
    }
    const person = visitor(scene, undefined, '192.0.2.1');
    await person.start('SignIn');
    // Nor is who asks for messages.
    expect(outcome(await person.askCode(address(MOST), 'SignIn'))).toEqual([429, 'request.message_rate_limited']);
    scene.app.clock.advance(60_000);
    const { enter, code } = await asked(MOST);
    expect(outcome(await enter(code, '192.0.2.1'))).toEqual(blocked);
  });

  test('count at the account, too, whoever enters them', async () => {
    const { app } = scene;
    await app.enableAccountCenter();
    const enter = async (i: number, code?: string) => {
      const user = await app.createUser();
      const token = await app.signIn(user);
      const headers = { 'x-forwarded-for': '198.51.100.7' };
      const identifier = { type: 'email', value: address(i) };
      const { body } = await app.account(token, 'POST', '/api/verifications/verification-code', {
        body: { identifier },
        headers: { 'x-forwarded-for': `203.0.113.${networks++ % 250}` },
      });
      return app.account(token, 'POST', '/api/verifications/verification-code/verify', {
        body: { identifier, verificationId: body.verificationId, code: code ?? app.messenger.codeTo(address(i)) },
        headers,
      });
    };
    for (let i = 0; i < MOST; i++) expect(outcome(await enter(i, 'wrong!'))).toEqual(wrong);
    expect(outcome(await enter(MOST))).toEqual(blocked);
    const person = await asked(MOST);
    expect(outcome(await person.enter(person.code, '198.51.100.7'))).toEqual(blocked);
  });
});

test('right codes cost a network nothing, however many, nor do those of a service', async () => {
  for (let i = 0; i < MOST * 2; i++) {
    const { enter, code } = await asked(i);
    expect((await enter(code, '198.51.100.7')).status).toBe(200);
  }
  const { app } = scene;
  const headers = { 'x-forwarded-for': '198.51.100.7' };
  for (let i = 0; i < MOST; i++) {
    await app.management(
      'POST',
      '/api/verification-codes',
      { email: address(i) },
      { 'x-forwarded-for': `192.0.2.${i}` },
    );
    const body = { email: address(i), verificationCode: 'wrong!' };
    expect(outcome(await app.management('POST', '/api/verification-codes/verify', body, headers))).toEqual(wrong);
  }
  const { enter, code } = await asked(0);
  expect((await enter(code, '198.51.100.7')).status).toBe(200);
});
