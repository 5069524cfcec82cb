/**
 * What must be true of the data whatever happens, on both databases: a change that was answered is there and is told
 * after a kill, of many who guess or send at once no more than one gets through, and no proof serves twice or for
 * something else.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Called } from './account-client.ts';
import {
  beginSocial,
  mendEverything,
  newAddress,
  newNumber,
  noticeOfRemoval,
  openAccountApi,
  outcome,
  proofOf,
  proveAddress,
  random,
  verifySocial,
  webhookOf,
} from './account-steps.ts';
import { databases, type Installation, install } from './installation.ts';

describe.each(databases)('on %s', kind => {
  let on: Installation;
  beforeAll(async () => {
    on = await install(kind);
    await openAccountApi(on);
  }, 120_000);
  afterEach(() => mendEverything(on), 60_000);
  afterAll(() => on?.close(), 60_000);

  describe('a product that is killed', () => {
    test('between a change and its deliveries makes them after the restart', async () => {
      const address = newAddress('killed');
      const ada = await on.account({ primaryEmail: address });
      const proof = await proofOf(on, ada);
      on.hooks.posts.forget();
      // One delivery is under way, and never answered…
      on.hooks.behave(() => {});
      await ada.ask('changeProfile', ['Lovelace', 'Ada']);
      const first = await webhookOf(on, ada.id);
      // …and of the next change nothing has left the house.
      const renamed = await ada.ask('changeAccount', [`u_${random()}`, 'Ada', 'https://pictures.example/a.png']);
      const removed = await ada.ask('removePrimaryEmail', [], proof);
      expect([outcome(renamed), outcome(removed)]).toEqual([
        [200, undefined],
        [204, undefined],
      ]);
      const restarted = on.killAndRestart();
      on.hooks.behave();
      await restarted;
      expect((await ada.ask('getAccount')).body).toMatchObject({
        ...{ name: 'Ada', primaryEmail: null },
        profile: { familyName: 'Lovelace', givenName: 'Ada' },
      });
      const rest = [
        await webhookOf(on, ada.id, 180_000),
        await webhookOf(on, ada.id, 180_000),
        await webhookOf(on, ada.id, 180_000),
      ];
      const ids = new Set(rest.map(({ headers }) => headers['webhook-id']));
      expect(ids.size).toBe(3);
      expect(ids).toContain(first.headers['webhook-id']);
      await noticeOfRemoval(on, address);
    }, 300_000);
  });

  describe('twenty who guess at once', () => {
    const twenty = <T>(make: (i: number) => Promise<T>) => Promise.all(Array.from({ length: 20 }, (_, i) => make(i)));
    const count = (all: readonly Called[]) => {
      const counts: Record<string, number> = {};
      for (const { status, body } of all) {
        const key = `${status} ${body.code ?? ''}`.trim();
        counts[key] = (counts[key] ?? 0) + 1;
      }
      return counts;
    };
    const wrong = (code: string, i: number) => String((Number(code) + 1 + i) % 1_000_000).padStart(6, '0');
    const sendCode = async () => {
      const address = newAddress('guessed');
      const ada = await on.account({ primaryEmail: address });
      const { verificationRecordId: record } = (await ada.ask('sendCodeByEmail', [address])).body;
      const { code } = await on.mailedCode(address);
      return { record, code, guess: (what: string) => ada.ask('verifyCodeByEmail', [address, record, what]) };
    };

    test('wrongly: ten tries are judged, and then not even the right one', async () => {
      const { code, guess } = await sendCode();
      const all = await twenty(i => guess(wrong(code, i)));
      expect(count(all)).toEqual({
        '400 verification_code.code_mismatch': 10,
        '400 verification_code.exceed_max_try': 10,
      });
      expect(outcome(await guess(code))).toEqual([400, 'verification_code.exceed_max_try']);
    }, 60_000);

    test('rightly: one of them is believed', async () => {
      const { code, guess } = await sendCode();
      expect(count(await twenty(() => guess(code)))).toEqual({ '200': 1, '400 verification_code.not_found': 19 });
    }, 60_000);

    test('one of them rightly: at most one is believed, and no more than ten others judged', async () => {
      const { code, guess } = await sendCode();
      const counts = count(await twenty(i => guess(i === 10 ? code : wrong(code, i))));
      expect(counts['200'] ?? 0).toBeLessThanOrEqual(1);
      expect(counts['400 verification_code.code_mismatch'] ?? 0).toBeLessThanOrEqual(10);
      expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(20);
    }, 60_000);
  });

  describe('somebody who sends again what has served, or what was meant for something else', () => {
    const denied = [401, 'verification_record.permission_denied'];
    const unknown = [400, 'verification_record.not_found'];

    test('codes, records and callbacks serve once', async () => {
      const address = newAddress('once');
      const ada = await on.account({ primaryEmail: address });
      const proof = await proofOf(on, ada);
      const { verificationRecordId: record } = (await ada.ask('sendCodeByEmail', [address])).body;
      const { code } = await on.mailedCode(address);
      expect(outcome(await ada.ask('verifyCodeByEmail', [address, record, code]))).toEqual([200, undefined]);
      const again = await ada.ask('verifyCodeByEmail', [address, record, code]);
      expect(outcome(again)).toEqual([400, 'verification_code.not_found']);

      const next = newAddress('next');
      const nextRecord = await proveAddress(on, ada, next);
      const change = () => ada.ask('changePrimaryEmail', [next, nextRecord], proof);
      // Parallel and later: one change.
      const statuses = (await Promise.all([change(), change(), change(), change()])).map(({ status }) => status);
      expect(statuses.sort()).toEqual([204, 400, 400, 400]);
      expect(outcome(await change())).toEqual(unknown);
      expect(outcome(await ada.ask('changePrimaryEmail', [address, record], proof))).toEqual(unknown);

      const { record: social, visit } = await beginSocial(on, ada);
      const callback = await visit(on.people.bob);
      const verified = await Promise.all(Array.from({ length: 4 }, () => verifySocial(ada, social, callback)));
      expect(verified.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400]);
      const linked = await Promise.all(Array.from({ length: 4 }, () => ada.ask('linkIdentity', [social], proof)));
      expect(linked.map(({ status }) => status).sort()).toEqual([204, 400, 400, 400]);
      expect(outcome(await ada.ask('unlinkIdentity', ['acme-id'], proof))).toEqual([204, undefined]);
      expect(outcome(await ada.ask('linkIdentity', [social], proof))).toEqual(unknown);
      expect(outcome(await verifySocial(ada, social, callback))).toEqual(unknown);
    }, 120_000);

    test('a record of one purpose never serves another', async () => {
      const [address, number] = [newAddress('purpose'), newNumber()];
      const ada = await on.account({ primaryEmail: address, primaryPhone: number });
      const proof = await proofOf(on, ada);
      const next = newAddress('next');
      const nextRecord = await proveAddress(on, ada, next);
      const { record: social, visit } = await beginSocial(on, ada);
      expect(outcome(await verifySocial(ada, social, await visit()))).toEqual([200, undefined]);
      const permission = await proveAddress(on, ada, address);

      for (const other of [nextRecord, social, 'x'.repeat(21), '']) {
        expect(outcome(await ada.ask('removePrimaryPhone', [], other)), other).toEqual(denied);
      }
      for (const other of [permission, proof, social]) {
        expect(outcome(await ada.ask('changePrimaryEmail', [next, other], proof)), other).toEqual(unknown);
        expect(outcome(await ada.ask('changePrimaryEmail', [address, other], proof)), other).toEqual(unknown);
      }
      for (const other of [permission, proof, nextRecord]) {
        expect(outcome(await ada.ask('linkIdentity', [other], proof)), other).toEqual(unknown);
      }
      // Another address than the one that was proven.
      expect(outcome(await ada.ask('changePrimaryEmail', [newAddress('third'), nextRecord], proof))).toEqual(unknown);
      expect((await ada.ask('getAccount')).body).toMatchObject({
        primaryEmail: address,
        primaryPhone: number,
        identities: {},
      });
    }, 120_000);

    test('a proof serves the person and the session that it was made in, until what it proved has changed', async () => {
      const [address, number] = [newAddress('bound'), newNumber()];
      const ada = await on.account({ primaryEmail: address, primaryPhone: number });
      const [proof, mallory, elsewhere] = await Promise.all([
        proofOf(on, ada),
        on.account({ primaryPhone: newNumber() }),
        ada.elsewhere(),
      ]);
      expect(outcome(await mallory.ask('removePrimaryPhone', [], proof))).toEqual(denied);
      expect(outcome(await elsewhere.ask('removePrimaryPhone', [], proof))).toEqual(denied);
      const next = newAddress('next');
      const nextRecord = await proveAddress(on, ada, next);
      for (const thief of [mallory, elsewhere]) {
        expect(outcome(await thief.ask('changePrimaryEmail', [next, nextRecord], await proofOf(on, thief)))).toEqual(
          unknown,
        );
      }

      const byEmail = await proveAddress(on, ada, address);
      const proofElsewhere = await proofOf(on, elsewhere);
      expect(outcome(await ada.ask('changePrimaryEmail', [next, nextRecord], proof))).toEqual([204, undefined]);
      expect(outcome(await ada.ask('removePrimaryPhone', [], byEmail))).toEqual(denied);
      // The change has ended the other session, and with it what was proven there.
      expect(outcome(await elsewhere.ask('getAccount'))).toEqual([401, 'auth.unauthorized']);
      expect(outcome(await ada.ask('removePrimaryPhone', [], proofElsewhere))).toEqual(denied);

      const password = on.witness.secret('password', `${random()}-Qx7-${random()}`);
      expect((await ada.call('POST', '/api/my-account/password', { password }, proof)).status).toBe(204);
      expect(outcome(await ada.ask('removePrimaryPhone', [], proof))).toEqual(denied);
      expect((await ada.ask('getAccount')).body.primaryPhone).toBe(number);
    }, 120_000);
  });

  test('whatever happened: no token, code, password or secret is in the log, an error, a webhook or a notice', async () => {
    expect(await on.leaks()).toEqual([]);
  }, 60_000);
});
