import { beforeEach, describe, expect, test } from 'vitest';
import { createKeyRing, newRecordId } from '../lib/index.ts';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { type CodeBinding, hashCode, hashCodeBy, newCode } from './code.ts';
import { findCode, judgeCode, saveCode } from './codes.store.ts';

const keys = createKeyRing(Buffer.alloc(32, 3).toString('base64'));

let app: TestApp;
let binding: CodeBinding;
beforeEach(async () => {
  app = await createTestApp();
  binding = { tenantId: app.tenant.id, id: newRecordId(), channel: 'email', address: 'ada@example.com' };
  const now = app.clock();
  const expiresAt = new Date(now.getTime() + 600_000);
  await app.database.transaction(tx => saveCode(tx, binding, hashCode(keys, binding, '123456'), { now, expiresAt }));
});

/** Judges without having looked first: what holds then is held by the statement alone. */
const guess = (code: string, { of = binding, maxTries = 10, ageMs = 600_000 } = {}) =>
  judgeCode(app.database, of, {
    mac: hashCode(keys, binding, code).mac,
    now: app.clock(),
    bornAfter: new Date(app.clock().getTime() - ageMs),
    maxTries,
  });
const stored = () => findCode(app.database, app.tenant.id, binding.id);
const all = (guesses: readonly string[]) => Promise.all(guesses.map(code => guess(code)));

describe('one statement', () => {
  test('compares no more than ten of a hundred wrong guesses', async () => {
    const outcomes = await all(Array<string>(100).fill('654321'));
    const counted = outcomes.flatMap(outcome => (outcome?.isRight === false ? [outcome.triesLeft] : []));
    expect(counted.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(outcomes.filter(outcome => outcome === undefined)).toHaveLength(90);
    expect(await stored()).toMatchObject({ tries: 10, consumed_at: null });
    expect(await guess('123456')).toBeUndefined();
  });

  test('lets one of a hundred right guesses pass', async () => {
    const outcomes = await all(Array<string>(100).fill('123456'));
    expect(outcomes.filter(outcome => outcome?.isRight)).toHaveLength(1);
    expect(outcomes.filter(outcome => outcome === undefined)).toHaveLength(99);
    expect(await stored()).toMatchObject({ tries: 0, consumed_at: app.clock() });
  });

  test('judges time, address and channel, too', async () => {
    expect(await guess('123456', { of: { ...binding, address: 'bob@example.com' } })).toBeUndefined();
    expect(await guess('123456', { of: { ...binding, channel: 'phone' } })).toBeUndefined();
    expect(await guess('123456', { of: { ...binding, id: newRecordId() } })).toBeUndefined();
    app.clock.advance(60_000);
    expect(await guess('123456', { ageMs: 60_000 })).toBeUndefined();
    app.clock.advance(540_000);
    expect(await guess('123456', { ageMs: 3_600_000 })).toBeUndefined();
    app.clock.advance(-1);
    expect(await guess('123456', { ageMs: 3_600_000 })).toEqual({ isRight: true });
  });
});

describe('what is kept of a code', () => {
  test('is another for every record, address, channel and tenant', () => {
    const others: CodeBinding[] = [
      { ...binding, id: newRecordId() },
      { ...binding, address: 'bob@example.com' },
      { ...binding, channel: 'phone' },
      { ...binding, tenantId: 'other' },
    ];
    const hashes = [binding, ...others].map(one => hashCode(keys, one, '123456').mac.toString('hex'));
    expect(new Set(hashes).size).toBe(5);
  });

  test('is found by the key that made it, and by no code when that key is gone', () => {
    const { keyId, mac } = hashCode(keys, binding, '123456');
    expect(hashCodeBy(keys, keyId, binding, '123456')).toEqual(mac);
    const later = createKeyRing(Buffer.alloc(32, 4).toString('base64'));
    expect(hashCodeBy(later, keyId, binding, '123456')).toBeUndefined();
  });
});

test('codes are six digits, zeros in front among them, and every digit is as likely', () => {
  const codes = Array.from({ length: 20_000 }, newCode);
  expect(codes.every(code => /^\d{6}$/.test(code))).toBe(true);
  expect(codes.some(code => code.startsWith('0'))).toBe(true);
  for (let place = 0; place < 6; place++) {
    for (let digit = 0; digit < 10; digit++) {
      const count = codes.filter(code => code[place] === String(digit)).length;
      // 2000 expected; five hundred away are twelve standard deviations.
      expect(Math.abs(count - 2000)).toBeLessThan(500);
    }
  }
});
