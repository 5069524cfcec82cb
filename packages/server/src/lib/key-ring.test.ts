import { describe, expect, test } from 'vitest';
import { createKeyRing } from './key-ring.ts';
import { keyedHash, keyedHashBy } from './keyed-hash.ts';

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');

describe('the key ring', () => {
  test('takes the first key as the current one and finds every key by its id', () => {
    const ring = createKeyRing(`${key(1)}, ${key(2)},${key(1)}`);
    const [first, second] = [createKeyRing(key(1)).current, createKeyRing(key(2)).current];
    expect(ring.current.id).toBe(first.id);
    expect(ring.find(second.id)?.id).toBe(second.id);
    expect(ring.find(first.id)).toBe(ring.current);
    expect(ring.find('0000000000000000')).toBeUndefined();
    expect(first.id).toMatch(/^[0-9a-f]{16}$/);
    expect(first.id).not.toBe(second.id);
  });

  test('derives one stable key of 32 bytes a purpose, and never hands out the master key', () => {
    const { current } = createKeyRing(key(1));
    expect(current.derive('a')).toEqual(createKeyRing(key(1)).current.derive('a'));
    expect(current.derive('a')).toHaveLength(32);
    expect(current.derive('a')).not.toEqual(current.derive('b'));
    expect(current.derive('')).not.toEqual(Buffer.alloc(32, 1));
  });

  test.each([
    ['nothing', ''],
    ['an empty place', `${key(1)},`],
    ['too short', Buffer.alloc(31, 1).toString('base64')],
    ['too long', Buffer.alloc(33, 1).toString('base64')],
    ['not base64', `${key(1).slice(0, -2)}!=`],
    ['a stray character that the decoder would skip', `${key(1).slice(0, 20)}!${key(1).slice(20)}`],
    ['hexadecimal', Buffer.alloc(32, 1).toString('hex')],
  ])('refuses %s without repeating it', (_, keys) => {
    expect(() => createKeyRing(keys)).toThrow(/^Key [12] of the list is not the base64 of 32 bytes\.$/);
  });
});

describe('keyed hashes', () => {
  const old = createKeyRing(key(2));
  const rotated = createKeyRing(`${key(1)},${key(2)}`);

  test('are alike for one value under one purpose and key, and for nothing else', () => {
    const { keyId, mac } = keyedHash(old, 'code', 'record:123456');
    expect(mac).toHaveLength(32);
    expect(keyedHashBy(old, keyId, 'code', 'record:123456')).toEqual(mac);
    expect(keyedHashBy(old, keyId, 'code', 'record:123457')).not.toEqual(mac);
    expect(keyedHashBy(old, keyId, 'other', 'record:123456')).not.toEqual(mac);
    expect(keyedHash(rotated, 'code', 'record:123456').mac).not.toEqual(mac);
  });

  test('survive a rotation and end when their key leaves the ring', () => {
    const { keyId, mac } = keyedHash(old, 'code', '123456');
    expect(keyedHashBy(rotated, keyId, 'code', '123456')).toEqual(mac);
    expect(keyedHashBy(createKeyRing(key(1)), keyId, 'code', '123456')).toBeUndefined();
    expect(keyedHash(rotated, 'code', '123456').keyId).toBe(rotated.current.id);
  });
});
