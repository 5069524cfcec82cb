import { describe, expect, test } from 'vitest';
import { type Aad, createEnvelope, DecryptionError, openWithDataKey, sealWithDataKey } from './envelope.ts';
import { createKeyRing } from './key-ring.ts';

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const envelope = createEnvelope(createKeyRing(key(1)));
const rotated = createEnvelope(createKeyRing(`${key(2)},${key(1)}`));
const aad: Aad = ['connectors', 'default', 'abc', 'config'];

/** The ciphertext with one part replaced. */
function withPart(ciphertext: string, index: number, change: (part: string) => string): string {
  return ciphertext
    .split('.')
    .map((part, i) => (i === index ? change(part) : part))
    .join('.');
}

function flipFirstBit(part: string): string {
  const bytes = Buffer.from(part, 'base64url');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return bytes.toString('base64url');
}

function firstBytes(part: string, count: number): string {
  return Buffer.from(part, 'base64url').subarray(0, count).toString('base64url');
}

describe('the envelope', () => {
  test.each<[string, string | Uint8Array]>([
    ['text', 'sécret 🔑'],
    ['nothing', ''],
    ['bytes', new Uint8Array([0, 255, 128])],
  ])('opens what it sealed: %s', (_, plain) => {
    expect(envelope.open(envelope.seal(plain, aad), aad)).toEqual(Buffer.from(plain));
  });

  test('names version and key, and never makes the same ciphertext twice', () => {
    const ciphertext = envelope.seal('secret', aad);
    expect(ciphertext.split('.').slice(0, 2)).toEqual(['v1', createKeyRing(key(1)).current.id]);
    expect(ciphertext).toMatch(/^v1\.[0-9a-f]{16}\.[\w-]{16}\.[\w-]{22}\.[\w-]{8}$/);
    expect(envelope.seal('secret', aad)).not.toBe(ciphertext);
    expect(envelope.openText(ciphertext, aad)).toBe('secret');
  });

  const sealed = envelope.seal('secret', aad);
  test.each<[string, string, Aad]>([
    ['belongs to another row', sealed, ['connectors', 'default', 'abd', 'config']],
    ['belongs to another tenant', sealed, ['connectors', 'acme', 'abc', 'config']],
    ['has parts that are cut elsewhere', sealed, ['connectors', 'default', 'ab', 'cconfig']],
    ['belongs to one text instead of parts', sealed, 'connectors,default,abc,config'],
    ['has another iv', withPart(sealed, 2, flipFirstBit), aad],
    ['has another tag', withPart(sealed, 3, flipFirstBit), aad],
    ['has a shortened tag', withPart(sealed, 3, part => firstBytes(part, 4)), aad],
    ['has a tag that is a little shorter', withPart(sealed, 3, part => firstBytes(part, 15)), aad],
    ['has no tag', withPart(sealed, 3, () => ''), aad],
    ['has no iv', withPart(sealed, 2, () => ''), aad],
    ['has a shortened iv', withPart(sealed, 2, part => firstBytes(part, 8)), aad],
    ['has other data', withPart(sealed, 4, flipFirstBit), aad],
    ['has lost its data', withPart(sealed, 4, () => ''), aad],
    ['has more data', `${sealed}AAAA`, aad],
    ['has stray characters in its data', `${sealed}!`, aad],
    ['has one part more', `${sealed}.AAAA`, aad],
    ['has one part less', sealed.split('.').slice(0, 4).join('.'), aad],
    ['names an unknown key', withPart(sealed, 1, () => '0000000000000000'), aad],
    ['names an unknown version', withPart(sealed, 0, () => 'v2'), aad],
    ['is empty', '', aad],
    ['is something else', 'secret', aad],
  ])('does not open a ciphertext that %s', (_, ciphertext, owner) => {
    expect(() => envelope.open(ciphertext, owner)).toThrow(DecryptionError);
  });

  test('does not open a ciphertext of a known key under the name of another known key', () => {
    const other = createKeyRing(key(2)).current.id;
    expect(() =>
      rotated.open(
        withPart(sealed, 1, () => other),
        aad,
      ),
    ).toThrow(DecryptionError);
  });

  test.each<[Aad]>([[''], [[] as unknown as Aad]])('refuses to seal what belongs to nothing: %j', owner => {
    expect(() => envelope.seal('secret', owner)).toThrow(TypeError);
  });

  test('rotates: the new ring reads the old, says so, and rewraps', () => {
    expect(envelope.needsRotation(sealed)).toBe(false);
    expect(rotated.needsRotation(sealed)).toBe(true);
    const rewrapped = rotated.rewrap(sealed, aad);
    expect(rotated.needsRotation(rewrapped)).toBe(false);
    expect(rotated.openText(rewrapped, aad)).toBe('secret');
    expect(() => envelope.open(rewrapped, aad)).toThrow(DecryptionError);
    expect(() => rotated.rewrap(sealed, 'elsewhere')).toThrow(DecryptionError);
    expect(() => rotated.needsRotation('secret')).toThrow(DecryptionError);
  });
});

describe('data keys', () => {
  const owner: Aad = ['users', 'default', 'u1'];
  const row: Aad = ['security_events', 'default', 'e1'];

  test('are kept wrapped, survive a rotation of the ring, and open their owner’s data only', () => {
    const { key: dataKey, wrapped } = envelope.newDataKey(owner);
    const ciphertext = sealWithDataKey(dataKey, '203.0.113.9', row);
    const unwrapped = rotated.openDataKey(rotated.rewrap(wrapped, owner), owner);
    expect(openWithDataKey(unwrapped, ciphertext, row).toString()).toBe('203.0.113.9');

    const other = envelope.newDataKey(owner);
    expect(other.key).not.toEqual(dataKey);
    expect(() => openWithDataKey(other.key, ciphertext, row)).toThrow(DecryptionError);
    expect(() => openWithDataKey(dataKey, ciphertext, owner)).toThrow(DecryptionError);
    expect(() =>
      openWithDataKey(
        dataKey,
        withPart(ciphertext, 1, () => '0'),
        row,
      ),
    ).toThrow(DecryptionError);
    expect(() => openWithDataKey(dataKey, withPart(ciphertext, 4, flipFirstBit), row)).toThrow(DecryptionError);
    expect(() => envelope.openDataKey(wrapped, ['users', 'default', 'u2'])).toThrow(DecryptionError);
  });

  test('a sealed value that is no key is not taken for one', () => {
    expect(() => envelope.openDataKey(envelope.seal('short', owner), owner)).toThrow(DecryptionError);
  });
});
