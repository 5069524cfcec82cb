import { randomFillSync } from 'node:crypto';

const LOWERCASE_ALPHANUMERICS = '0123456789abcdefghijklmnopqrstuvwxyz';
const ALPHANUMERICS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** 36^9 milliseconds reach to the year 5188. */
const TIME_LENGTH = 9;
const COUNTER_LENGTH = 3;
const COUNTER_LIMIT = 36 ** COUNTER_LENGTH;
const TIE_BREAKER_LENGTH = 9;

// One call of the CSPRNG costs more than the bytes that it returns: draw many at once and hand them out one by one.
const pool = Buffer.alloc(4096);
let used = pool.length;

function randomByte(): number {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const byte = pool[used] ?? 0;
  // What became part of a secret does not stay behind in the pool.
  pool[used] = 0;
  used += 1;
  return byte;
}

function randomText(alphabet: string, length: number): string {
  // `byte % size` alone would favour the first symbols; bytes above the last whole multiple are thrown away.
  const fair = 256 - (256 % alphabet.length);
  let text = '';
  while (text.length < length) {
    const byte = randomByte();
    if (byte < fair) {
      text += alphabet[byte % alphabet.length];
    }
  }
  return text;
}

/** A random identifier of `length` lowercase alphanumerics (5.17 bits each). */
export function newId(length: number): string {
  return randomText(LOWERCASE_ALPHANUMERICS, length);
}

/** The identifier of a user: 12 lowercase alphanumerics, 62 bits; uniqueness is the database's to judge. */
export function newUserId(): string {
  return newId(12);
}

/** The identifier of everything else (records, applications, factors): 21 lowercase alphanumerics, 108 bits. */
export function newRecordId(): string {
  return newId(21);
}

/** A secret of `length` characters `[A-Za-z0-9]` (5.95 bits each: 22 characters hold 128 bits, 43 hold 256). */
export function newSecret(length: number): string {
  return randomText(ALPHANUMERICS, length);
}

let lastTime = -1;
let counter = 0;

/**
 * A unique identifier that sorts by time as text: 21 lowercase alphanumerics, in any collation.
 *
 * Nine characters of milliseconds, three that count within the millisecond (ids of one process made in one millisecond
 * keep their order), nine random ones (processes do not meet). It reveals when it was made: never use it as a secret.
 */
export function newTimeOrderedId(now: Date): string {
  const time = now.getTime();
  if (!Number.isInteger(time) || time < 0) {
    throw new RangeError('A time-ordered id needs a valid date after 1970.');
  }
  counter = time === lastTime ? (counter + 1) % COUNTER_LIMIT : 0;
  lastTime = time;
  return leastTimeOrderedId(now) + counter.toString(36).padStart(COUNTER_LENGTH, '0') + newId(TIE_BREAKER_LENGTH);
}

/** What every identifier of {@link newTimeOrderedId} that was made at `instant` or later is not before. */
export const leastTimeOrderedId = (instant: Date): string => instant.getTime().toString(36).padStart(TIME_LENGTH, '0');
