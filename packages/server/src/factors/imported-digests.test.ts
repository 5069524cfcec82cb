import { createHash, pbkdf2Sync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type PasswordAlgorithm, parseDigest, validateDigest } from './imported-digests.ts';

const legacy = (...parts: unknown[]) => JSON.stringify(parts);
const hexOf = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');
const salt = 'c29tZXNhbHQ';
const output = 'nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4';
const argon2id = (parameters: string, version = '$v=19') => `$argon2id${version}$${parameters}$${salt}$${output}`;
const pbkdf2 = pbkdf2Sync('secret', 'salt', 1000, 20, 'sha512').toString('hex');

// Published vectors: phc-winner-argon2's test.c, jBCrypt's TestBCrypt.java, RFC 6070 (PBKDF2), RFC 1321 (MD5), FIPS 180.
const vectors: [PasswordAlgorithm, string, string][] = [
  ['Argon2i', 'password', `$argon2i$v=19$m=256,t=2,p=1$${salt}$iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8`],
  ['Argon2i', 'password', `$argon2i$m=256,t=2,p=1$${salt}$/U3YPXYsSb3q9XxHvc0MLxur+GP960kN9j7emXX8zwY`],
  ['Argon2id', 'password', argon2id('m=256,t=2,p=1')],
  ['Argon2i', 'password', argon2id('m=256,t=2,p=1')],
  ['Bcrypt', 'a', '$2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe'],
  ['Bcrypt', 'abc', '$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i'],
  ['Bcrypt', 'a', '$2b$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe'],
  ['Bcrypt', 'a', '$2y$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe'],
  ['MD5', 'abc', '900150983cd24fb0d6963f7d28e17f72'],
  ['MD5', 'abc', '900150983CD24FB0D6963F7D28E17F72'],
  ['SHA1', 'abc', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
  ['SHA256', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['SHA256', 'abc', 'BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD'],
  ['Legacy', 'abc', legacy('sha256', ['@'], 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')],
  ['Legacy', 'pass', legacy('SHA512', ['salt', '@', 'a@b', '@'], hexOf('sha512', 'saltpassa@bpass'))],
  ['Legacy', 'pässword', legacy('sha3-256', ['@', '-salt'], hexOf('sha3-256', 'pässword-salt'))],
  // A password of `@` or with `$&` in it must not be taken for a pattern.
  ['Legacy', '@$&', legacy('md5', ['a', '@'], hexOf('md5', 'a@$&'))],
  [
    'Legacy',
    'password',
    legacy('pbkdf2', ['salt', '4096', '20', 'sha1', '@'], '4b007901b765489abead49d926f721d065a429c1'),
  ],
  ['Legacy', 'secret', legacy('pbkdf2', ['salt', '1000', '20', 'SHA512', '@'], pbkdf2.toUpperCase())],
];

describe('a digest of another system', () => {
  test.each(vectors)('%s: %j is the password of %s', async (algorithm, password, digest) => {
    expect(validateDigest(algorithm, digest)).toBe(true);
    const parsed = parseDigest(algorithm, digest);
    expect(await parsed?.matches(password)).toBe(true);
    for (const wrong of [`${password}x`, `x${password}`, 'other', '']) {
      expect(await parsed?.matches(wrong)).toBe(false);
    }
  });

  test('Argon2d is read as such', async () => {
    const encoded = (await import('@node-rs/argon2')).hashSync('secret', {
      algorithm: 0,
      memoryCost: 64,
      timeCost: 1,
    });
    expect(encoded).toContain('$argon2d$');
    expect(await parseDigest('Argon2d', encoded)?.matches('secret')).toBe(true);
    expect(await parseDigest('Argon2d', encoded)?.matches('Secret')).toBe(false);
  });

  test('bcrypt never matches a password with a NUL, whatever precedes it', async () => {
    const { hashSync } = await import('@node-rs/bcrypt');
    const cut = parseDigest('Bcrypt', hashSync('ab', { cost: 4 }));
    expect(await cut?.matches('ab')).toBe(true);
    expect(await cut?.matches('ab\0cd')).toBe(false);
    const whole = parseDigest('Bcrypt', hashSync('ab\0cd', { cost: 4 }));
    expect(await whole?.matches('ab\0cd')).toBe(false);
  });

  test.each<[PasswordAlgorithm, boolean]>([
    ['MD5', true],
    ['Bcrypt', false],
    ['Argon2id', false],
  ])('%s is fast: %j', (algorithm, fast) => {
    const [, , digest = ''] = vectors.find(([name]) => name === algorithm) ?? [];
    expect(parseDigest(algorithm, digest)?.fast).toBe(fast);
  });
});

describe('a digest that cannot be imported', () => {
  const bcrypt = (start: string, end = 'm0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe') => start + end;
  const sha256 = hexOf('sha256', 'x');

  test.each<[string, PasswordAlgorithm, string]>([
    ['empty', 'Argon2id', ''],
    ['not encoded', 'Argon2id', sha256],
    ['of an unknown variant', 'Argon2id', argon2id('m=256,t=2,p=1').replace('argon2id', 'argon2x')],
    ['without output', 'Argon2id', `$argon2id$v=19$m=256,t=2,p=1$${salt}`],
    ['with an output that can be met by chance', 'Argon2id', `$argon2id$v=19$m=256,t=2,p=1$${salt}$nf65EOgLrQM`],
    ['that takes 4 TiB', 'Argon2id', argon2id('m=4294967295,t=1,p=1')],
    ['that takes 1 GiB and a KiB', 'Argon2id', argon2id('m=1048577,t=1,p=1')],
    ['that takes days', 'Argon2id', argon2id('m=1048576,t=5,p=1')],
    ['of too many lanes', 'Argon2id', argon2id('m=1024,t=1,p=17')],
    ['empty', 'Bcrypt', ''],
    ['cut', 'Bcrypt', bcrypt('$2a$06$').slice(0, -1)],
    ['too long', 'Bcrypt', `${bcrypt('$2a$06$')}a`],
    ['of the flawed variant', 'Bcrypt', bcrypt('$2x$06$')],
    ['with an odd cost', 'Bcrypt', bcrypt('$2a$+6$')],
    ['below the least cost', 'Bcrypt', bcrypt('$2a$03$')],
    ['that takes hours', 'Bcrypt', bcrypt('$2a$17$')],
    ['that takes days', 'Bcrypt', bcrypt('$2a$31$')],
    ['empty', 'SHA1', ''],
    ['of another length', 'SHA1', sha256],
    ['of another length', 'MD5', sha256],
    ['not hexadecimal', 'SHA256', `g${sha256.slice(1)}`],
    ['with a line break', 'SHA256', `${sha256}\n`],
    ['in base64', 'SHA256', Buffer.from(sha256, 'hex').toString('base64')],
    ['not JSON', 'Legacy', 'sha256'],
    ['not a list', 'Legacy', '{"0":"sha256"}'],
    ['too short', 'Legacy', legacy('sha256', ['@'])],
    ['too long', 'Legacy', legacy('sha256', ['@'], sha256, '')],
    ['with numbers', 'Legacy', legacy('sha256', [1, '@'], sha256)],
    ['without the password: it would match every one', 'Legacy', legacy('sha256', ['salt'], sha256)],
    ['with the password inside an argument', 'Legacy', legacy('sha256', ['salt@'], sha256)],
    ['of an unknown hash', 'Legacy', legacy('crc32', ['@'], sha256)],
    ['of a hash of any length', 'Legacy', legacy('shake256', ['@'], sha256)],
    ['of a hash of another length', 'Legacy', legacy('sha512', ['@'], sha256)],
    ['without a hash', 'Legacy', legacy('sha256', ['@'], '')],
    ['with an argument too few', 'Legacy', legacy('pbkdf2', ['salt', '1000', '20', '@'], pbkdf2)],
    ['with an argument too many', 'Legacy', legacy('pbkdf2', ['salt', '1000', '20', 'sha512', '@', ''], pbkdf2)],
    ['of a key longer than any', 'Legacy', legacy('pbkdf2', ['salt', '1', '513', 'sha512', '@'], '00'.repeat(513))],
    ['with the password elsewhere', 'Legacy', legacy('pbkdf2', ['@', '1000', '20', 'sha512', 'salt'], pbkdf2)],
    ['of no rounds', 'Legacy', legacy('pbkdf2', ['salt', '0', '20', 'sha512', '@'], pbkdf2)],
    ['of half a round', 'Legacy', legacy('pbkdf2', ['salt', '0.5', '20', 'sha512', '@'], pbkdf2)],
    ['that takes minutes', 'Legacy', legacy('pbkdf2', ['salt', '999999999', '20', 'sha512', '@'], pbkdf2)],
    ['of another length than it says', 'Legacy', legacy('pbkdf2', ['salt', '1000', '21', 'sha512', '@'], pbkdf2)],
    ['of an unknown pseudorandom function', 'Legacy', legacy('pbkdf2', ['salt', '1000', '20', 'none', '@'], pbkdf2)],
  ])('%s (%s)', (_, algorithm, digest) => {
    expect(validateDigest(algorithm, digest)).toBe(false);
  });
});
