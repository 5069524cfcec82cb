import { createHash } from 'node:crypto';
import { hashSync as argon2Sync } from '@node-rs/argon2';
import { hashSync as bcryptSync } from '@node-rs/bcrypt';
import { describe, expect, test } from 'vitest';
import { Problem } from '../operation/index.ts';
import { createPasswordHasher, defaultArgon2Cost, type PasswordHasher, type StoredPassword } from './password-hash.ts';

const cheap = { memoryKiB: 64, passes: 1, parallelism: 1 };
const cheaply = { memoryCost: 64, timeCost: 1 };
const hasher = createPasswordHasher({ cost: cheap });

/** `é` as one character and as `e` with an accent. */
const composed = 'caf\u00e9-au-lait';
const decomposed = 'cafe\u0301-au-lait';

test('at the default cost a hash is argon2id with the parameters that OWASP recommends', async () => {
  const real = createPasswordHasher();
  const stored = await real.hash('correct horse');
  expect(defaultArgon2Cost).toEqual({ memoryKiB: 19_456, passes: 2, parallelism: 1 });
  expect(stored.algorithm).toBe('Argon2id');
  expect(stored.digest).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(await real.verify('correct horse', stored)).toBe(true);
  expect(real.needsRehash(stored, 'correct horse')).toBe(false);
});

describe('a password of ours', () => {
  test('matches itself only, and is salted', async () => {
    const [first, second] = [await hasher.hash('correct horse'), await hasher.hash('correct horse')];
    expect(first.digest).not.toBe(second.digest);
    expect(await hasher.verify('correct horse', first)).toBe(true);
    expect(await hasher.verify('correct horsE', first)).toBe(false);
    expect(await hasher.verify('', first)).toBe(false);
    expect(await hasher.verify('correct horse ', first)).toBe(false);
  });

  test.each([
    [composed, decomposed],
    [decomposed, composed],
  ])('is the same however the keyboard composed it (%j, %j)', async (set, typed) => {
    const stored = await hasher.hash(set);
    expect(await hasher.verify(typed, stored)).toBe(true);
    expect(await hasher.verify('cafe-au-lait', stored)).toBe(false);
  });

  test('a long one counts whole', async () => {
    const stored = await hasher.hash(`${'x'.repeat(255)}a`);
    expect(await hasher.verify(`${'x'.repeat(255)}b`, stored)).toBe(false);
  });
});

describe('an imported password', () => {
  test.each<[StoredPassword['algorithm'], (password: string) => string]>([
    ['Argon2id', password => argon2Sync(password, cheaply)],
    ['Argon2i', password => argon2Sync(password, { ...cheaply, algorithm: 1 })],
    ['Bcrypt', password => bcryptSync(password, { cost: 4 })],
    ['SHA256', password => createHash('sha256').update(password).digest('hex')],
    ['Legacy', password => JSON.stringify(['md5', ['@'], createHash('md5').update(password).digest('hex')])],
  ])('%s: matches what the other system hashed, composed or not', async (algorithm, digestOf) => {
    for (const hashed of [composed, decomposed]) {
      const stored = { algorithm, digest: digestOf(hashed) };
      // Typed as it was hashed, and typed decomposed where the other system composed.
      expect(await hasher.verify(hashed, stored)).toBe(true);
      expect(await hasher.verify('cafe-au-lait', stored)).toBe(false);
    }
    expect(await hasher.verify(decomposed, { algorithm, digest: digestOf(composed) })).toBe(true);
  });

  test('a digest that nobody can read matches nothing', async () => {
    expect(await hasher.verify('', { algorithm: 'Argon2id', digest: '' })).toBe(false);
    expect(await hasher.verify('x', { algorithm: 'Legacy', digest: '[]' })).toBe(false);
  });
});

describe('what has to be hashed again', () => {
  const long = 'é'.repeat(36);
  test.each<[string, StoredPassword, string, boolean]>([
    ['ours', { algorithm: 'Argon2id', digest: argon2Sync('x', cheaply) }, 'x', false],
    ['of less memory', { algorithm: 'Argon2id', digest: argon2Sync('x', { ...cheaply, memoryCost: 32 }) }, 'x', true],
    ['of more passes', { algorithm: 'Argon2id', digest: argon2Sync('x', { ...cheaply, timeCost: 2 }) }, 'x', true],
    ['of other lanes', { algorithm: 'Argon2id', digest: argon2Sync('x', { ...cheaply, parallelism: 2 }) }, 'x', true],
    [
      'of a shorter output',
      { algorithm: 'Argon2id', digest: argon2Sync('x', { ...cheaply, outputLen: 16 }) },
      'x',
      true,
    ],
    ['of the old version', { algorithm: 'Argon2id', digest: argon2Sync('x', { ...cheaply, version: 0 }) }, 'x', true],
    ['of another variant', { algorithm: 'Argon2id', digest: argon2Sync('x', { ...cheaply, algorithm: 1 }) }, 'x', true],
    ['Argon2i', { algorithm: 'Argon2i', digest: argon2Sync('x', { ...cheaply, algorithm: 1 }) }, 'x', true],
    ['SHA1', { algorithm: 'SHA1', digest: createHash('sha1').update('x').digest('hex') }, 'x', true],
    ['bcrypt', { algorithm: 'Bcrypt', digest: bcryptSync('x', { cost: 4 }) }, 'x', true],
    ['bcrypt of exactly 72 bytes', { algorithm: 'Bcrypt', digest: bcryptSync(long, { cost: 4 }) }, long, true],
    ['bcrypt that ignored the end', { algorithm: 'Bcrypt', digest: bcryptSync(long, { cost: 4 }) }, `${long}!`, false],
  ])('%s', (_, stored, password, expected) => {
    expect(hasher.needsRehash(stored, password)).toBe(expected);
  });
});

describe('an account that does not exist', () => {
  test('never matches', async () => {
    expect(await hasher.verifyAgainstNothing('x')).toBe(false);
    expect(await hasher.verifyAgainstNothing('')).toBe(false);
  });

  // Counted instead of timed: argon2 runs in a slot of the queue, and takes 200 times as long as the rest does.
  test('costs as much as one that has a password, also an MD5 one', async () => {
    const costly = createPasswordHasher({ cost: { memoryKiB: 8192, passes: 3, parallelism: 1 } });
    const stored = await costly.hash('right');
    const md5: StoredPassword = { algorithm: 'MD5', digest: createHash('md5').update('right').digest('hex') };
    // Processor time of ten runs: what else the machine does moves one of them, not the sum by a factor.
    const cpu = async (work: () => Promise<unknown>) => {
      const before = process.cpuUsage();
      for (let i = 0; i < 10; i += 1) await work();
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const usual = await cpu(() => costly.verify('wrong', stored));
    for (const work of [() => costly.verifyAgainstNothing('wrong'), () => costly.verify('wrong', md5)]) {
      expect(await cpu(work)).toBeGreaterThan(usual / 4);
    }
  });
});

describe('under load', () => {
  const refusal = (work: Promise<unknown>) => work.then(() => undefined).catch((error: unknown) => error);

  test.each<[string, (busy: PasswordHasher, stored: StoredPassword) => Promise<unknown>]>([
    ['hash', busy => busy.hash('x')],
    ['verify', (busy, stored) => busy.verify('x', stored)],
    ['verifyAgainstNothing', busy => busy.verifyAgainstNothing('x')],
  ])('%s waits in a bounded queue; beyond it the caller is told when to come back', async (_, work) => {
    const busy = createPasswordHasher({ cost: cheap, concurrency: 1, queue: 2 });
    const stored = await busy.hash('x');
    const results = await Promise.all(Array.from({ length: 5 }, () => refusal(work(busy, stored))));
    const refused = results.filter(result => result !== undefined);
    expect(refused).toHaveLength(2);
    for (const error of refused) {
      expect(error).toBeInstanceOf(Problem);
      expect(error).toMatchObject({ code: 'server.busy', options: { headers: { 'Retry-After': '1' } } });
    }
    expect(await busy.verify('x', stored)).toBe(true);
  });

  test('the event loop keeps turning while a password is hashed', async () => {
    const costly = createPasswordHasher({ cost: { memoryKiB: 19_456, passes: 4, parallelism: 1 } });
    let turns = 0;
    let done = false;
    const hashed = costly.hash('x').then(() => {
      done = true;
    });
    while (!done) {
      await new Promise(setImmediate);
      turns += 1;
    }
    await hashed;
    expect(turns).toBeGreaterThan(10);
  });

  test('a cost that no sign-in may have is refused at the start', () => {
    expect(() => createPasswordHasher({ cost: { memoryKiB: 1_048_577, passes: 1, parallelism: 1 } })).toThrow(
      RangeError,
    );
  });
});
