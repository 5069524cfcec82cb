import { createHash, getHashes, pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { parseOptions as parseArgon2, verify as verifyArgon2 } from '@node-rs/argon2';
import { parseOptions as parseBcrypt, verify as verifyBcrypt } from '@node-rs/bcrypt';

/** The names under which digests are imported and stored; `Argon2id` is also our own. */
export const passwordAlgorithms = [
  'Argon2i',
  'Argon2id',
  'Argon2d',
  'Bcrypt',
  'SHA1',
  'SHA256',
  'MD5',
  'Legacy',
] as const;

/** A member of {@link passwordAlgorithms}. */
export type PasswordAlgorithm = (typeof passwordAlgorithms)[number];

/** A digest that was understood. */
export interface PasswordDigest {
  /** Whether these bytes are the password. Never throws for a wrong password. */
  matches(password: string): Promise<boolean>;
  /** Answers in microseconds, on the main thread: guessing it is cheap, and so is telling it from an unknown account. */
  readonly fast: boolean;
}

// A digest is verified at each sign-in, with the cost that the importing administrator chose: these bounds keep one
// imported row from stopping the server. They allow the strongest presets of common libraries (libsodium's
// "sensitive": 1 GiB, 4 passes).
const MAX_ARGON2_MEMORY_KIB = 1_048_576;
const MAX_ARGON2_WORK_KIB = 4 * MAX_ARGON2_MEMORY_KIB;
const MAX_ARGON2_PARALLELISM = 16;
const MIN_ARGON2_OUTPUT_BYTES = 16;
const MAX_BCRYPT_COST = 16;
const MAX_PBKDF2_ITERATIONS = 5_000_000;
const MAX_PBKDF2_BYTES = 512;

/** bcrypt reads no further than this; what follows is not part of what was hashed. */
export const BCRYPT_MAX_BYTES = 72;

const BCRYPT = /^\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}$/;
const HEX = /^(?:[0-9a-f]{2})+$/i;
const WHOLE_NUMBER = /^[1-9]\d{0,9}$/;

/** Hash functions of the `Legacy` form, as far as this build of OpenSSL has them. */
const LEGACY_HASHES = new Set(
  [
    'md5',
    'ripemd160',
    'sha1',
    'sha224',
    'sha256',
    'sha384',
    'sha512',
    'sha512-224',
    'sha512-256',
    'sha3-224',
    'sha3-256',
    'sha3-384',
    'sha3-512',
    'blake2b512',
    'blake2s256',
  ].filter(name => getHashes().includes(name)),
);

const pbkdf2Async = promisify(pbkdf2);

function equalBytes(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function parseEncodedArgon2(encoded: string): PasswordDigest | undefined {
  try {
    const { memoryCost, timeCost, parallelism, outputLen } = parseArgon2(encoded);
    const affordable =
      memoryCost <= MAX_ARGON2_MEMORY_KIB &&
      memoryCost * timeCost <= MAX_ARGON2_WORK_KIB &&
      parallelism <= MAX_ARGON2_PARALLELISM;
    if (!affordable || outputLen < MIN_ARGON2_OUTPUT_BYTES) {
      return undefined;
    }
  } catch {
    return undefined;
  }
  return { matches: password => verifyArgon2(encoded, password), fast: false };
}

function parseEncodedBcrypt(encoded: string): PasswordDigest | undefined {
  if (!BCRYPT.test(encoded)) {
    return undefined;
  }
  try {
    if (parseBcrypt(encoded).cost > MAX_BCRYPT_COST) {
      return undefined;
    }
  } catch {
    return undefined;
  }
  return {
    // Other implementations end the password at a NUL, so that "a\0anything" would be "a" there: no password has one.
    matches: async password => !password.includes('\0') && verifyBcrypt(password, encoded),
    fast: false,
  };
}

function parseHex(hex: string, bytes: number): Buffer | undefined {
  return HEX.test(hex) && hex.length === bytes * 2 ? Buffer.from(hex, 'hex') : undefined;
}

function parseHash(algorithm: string, hex: string, input: (password: string) => string): PasswordDigest | undefined {
  const hash = (text: string) => createHash(algorithm).update(text).digest();
  const expected = parseHex(hex, hash('').length);
  return expected && { matches: async password => equalBytes(hash(input(password)), expected), fast: true };
}

function parsePbkdf2(args: readonly string[], hex: string): PasswordDigest | undefined {
  const [salt = '', iterations = '', length = '', hashName = '', placeholder] = args;
  const hash = hashName.toLowerCase();
  if (args.length !== 5 || placeholder !== '@' || !LEGACY_HASHES.has(hash)) {
    return undefined;
  }
  if (!WHOLE_NUMBER.test(iterations) || !WHOLE_NUMBER.test(length)) {
    return undefined;
  }
  const [rounds, bytes] = [Number(iterations), Number(length)];
  const expected = rounds <= MAX_PBKDF2_ITERATIONS && bytes <= MAX_PBKDF2_BYTES ? parseHex(hex, bytes) : undefined;
  return (
    expected && {
      matches: async password => equalBytes(await pbkdf2Async(password, salt, rounds, bytes, hash), expected),
      fast: false,
    }
  );
}

function isLegacy(value: unknown): value is [string, string[], string] {
  return (
    Array.isArray(value) &&
    value.length === 3 &&
    typeof value[0] === 'string' &&
    Array.isArray(value[1]) &&
    value[1].every(arg => typeof arg === 'string') &&
    typeof value[2] === 'string'
  );
}

function parseLegacy(text: string): PasswordDigest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isLegacy(value)) {
    return undefined;
  }
  const [name, args, hex] = value;
  const algorithm = name.toLowerCase();
  if (algorithm === 'pbkdf2') {
    return parsePbkdf2(args, hex);
  }
  // Without the place of the password every password would match.
  if (!LEGACY_HASHES.has(algorithm) || !args.includes('@')) {
    return undefined;
  }
  return parseHash(algorithm, hex, password => args.map(arg => (arg === '@' ? password : arg)).join(''));
}

/**
 * Reads a digest, ours or one that was imported from another system; `undefined` when it is malformed, unknown, or costs
 * more than a sign-in may.
 *
 * - `Argon2i`, `Argon2id`, `Argon2d`: the encoded form `$argon2id$v=19$m=…,t=…,p=…$salt$hash`; it names its own variant
 * - `Bcrypt`: `$2a$`, `$2b$` or `$2y$`
 * - `SHA1`, `SHA256`, `MD5`: the hexadecimal hash of the password's UTF-8 bytes, without salt
 * - `Legacy`: JSON `["sha256", ["salt", "@"], "<hex>"]`, the hash of the joined arguments with the password in place of
 *   `@`, or `["pbkdf2", ["<salt>", "<iterations>", "<bytes>", "<hash>", "@"], "<hex>"]`
 */
export function parseDigest(algorithm: PasswordAlgorithm, digest: string): PasswordDigest | undefined {
  switch (algorithm) {
    case 'Argon2i':
    case 'Argon2id':
    case 'Argon2d':
      return parseEncodedArgon2(digest);
    case 'Bcrypt':
      return parseEncodedBcrypt(digest);
    case 'SHA1':
    case 'SHA256':
    case 'MD5':
      return parseHash(algorithm, digest, password => password);
    case 'Legacy':
      return parseLegacy(digest);
  }
}

/** Whether a digest can be imported: {@link parseDigest} understands it. */
export function validateDigest(algorithm: PasswordAlgorithm, digest: string): boolean {
  return parseDigest(algorithm, digest) !== undefined;
}
