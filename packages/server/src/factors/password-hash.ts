import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { hash as argon2, parseOptions } from '@node-rs/argon2';
import { createSemaphore, QueueFull } from '../lib/index.ts';
import { Problem } from '../operation/index.ts';
import { BCRYPT_MAX_BYTES, type PasswordAlgorithm, parseDigest } from './imported-digests.ts';

/** A password as the database keeps it: an algorithm and what it made of the password. */
export interface StoredPassword {
  readonly algorithm: PasswordAlgorithm;
  readonly digest: string;
}

/** What one argon2id hash costs. */
export interface Argon2Cost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** The first choice of OWASP's Password Storage Cheat Sheet for argon2id: 19 MiB, two passes, one lane. */
export const defaultArgon2Cost: Argon2Cost = { memoryKiB: 19_456, passes: 2, parallelism: 1 };

/** Hashes may take all processors but one, which is left to the event loop and the database. */
export const defaultHashConcurrency: number = Math.max(1, availableParallelism() - 1);

/** How many passwords may wait for each one that is hashed: about two seconds of work at the default cost. */
const QUEUE_PER_SLOT = 64;

export interface PasswordHasherOptions {
  /** @default defaultArgon2Cost */
  readonly cost?: Argon2Cost;
  /** How many hashes run at once. @default defaultHashConcurrency */
  readonly concurrency?: number;
  /** How many more may wait before the next is refused. @default 64 for each that runs */
  readonly queue?: number;
}

/**
 * Makes and checks password digests off the event loop, so many at once. Every method that hashes throws the problem
 * `server.busy` (503 with `Retry-After`) when too many wait.
 */
export interface PasswordHasher {
  /** The argon2id digest of a password, to be stored. */
  hash(password: string): Promise<StoredPassword>;
  /** Whether the password is the stored one, whichever of our or an imported algorithm made the digest. */
  verify(password: string, stored: StoredPassword): Promise<boolean>;
  /** As slow as `verify`, and never true: for an account that does not exist or has no password. */
  verifyAgainstNothing(password: string): Promise<false>;
  /**
   * Whether, after `verify` said yes, the password should be hashed again and stored: another algorithm or another cost
   * made the digest.
   */
  needsRehash(stored: StoredPassword, password: string): boolean;
}

const OUTPUT_BYTES = 32;
const SALT_BYTES = 16;
/** How the library names argon2id and version 1.3 in what it parsed. */
const ARGON2ID = 2;
const VERSION_13 = 1;

function unpaddedBase64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}

/** A digest that costs what ours cost and belongs to no password. */
function digestOfNothing({ memoryKiB, passes, parallelism }: Argon2Cost): StoredPassword {
  const salt = unpaddedBase64(randomBytes(SALT_BYTES));
  const output = unpaddedBase64(randomBytes(OUTPUT_BYTES));
  const parameters = `m=${memoryKiB},t=${passes},p=${parallelism}`;
  return { algorithm: 'Argon2id', digest: `$argon2id$v=19$${parameters}$${salt}$${output}` };
}

/**
 * The texts that a typed password may have been hashed as. Keyboards compose `é` differently, so ours are hashed in
 * NFC (NIST SP 800-63B-4, 3.1.1.2); other systems hashed what they got, and an imported argon2id cannot be told from ours.
 */
function candidates(password: string, algorithm: PasswordAlgorithm): string[] {
  const composed = password.normalize('NFC');
  if (composed === password) {
    return [password];
  }
  return algorithm === 'Argon2id' ? [composed, password] : [password, composed];
}

/** Makes the hasher of a process. One for all: two would hash twice as much at once as the machine was measured for. */
export function createPasswordHasher({
  cost = defaultArgon2Cost,
  concurrency = defaultHashConcurrency,
  queue = concurrency * QUEUE_PER_SLOT,
}: PasswordHasherOptions = {}): PasswordHasher {
  const semaphore = createSemaphore({ concurrency, queue });
  const nothing = digestOfNothing(cost);
  if (parseDigest(nothing.algorithm, nothing.digest) === undefined) {
    throw new RangeError('This cost is not one that a sign-in may have.');
  }

  async function inTurn<T>(task: () => Promise<T>): Promise<T> {
    try {
      return await semaphore.run(task);
    } catch (error) {
      if (error instanceof QueueFull) {
        throw new Problem('server.busy', { headers: { 'Retry-After': String(error.retryAfterSeconds) }, cause: error });
      }
      throw error;
    }
  }

  async function matches(password: string, { algorithm, digest }: StoredPassword): Promise<boolean> {
    const parsed = parseDigest(algorithm, digest);
    for (const candidate of parsed === undefined ? [] : candidates(password, algorithm)) {
      if (await parsed?.matches(candidate)) {
        return true;
      }
    }
    if (parsed === undefined || parsed.fast) {
      // An imported MD5 would answer a wrong password a thousand times faster than an unknown account does.
      await matches(password, nothing);
    }
    return false;
  }

  return {
    hash: password =>
      inTurn(async () => ({
        algorithm: 'Argon2id',
        digest: await argon2(password.normalize('NFC'), {
          memoryCost: cost.memoryKiB,
          timeCost: cost.passes,
          parallelism: cost.parallelism,
          outputLen: OUTPUT_BYTES,
        }),
      })),
    verify: (password, stored) => inTurn(() => matches(password, stored)),
    async verifyAgainstNothing(password) {
      await inTurn(() => matches(password, nothing));
      return false;
    },
    needsRehash({ algorithm, digest }, password) {
      if (algorithm === 'Bcrypt' && Buffer.byteLength(password) > BCRYPT_MAX_BYTES) {
        // bcrypt judged the first 72 bytes alone. Were the rest mistyped today, hashing it whole would lock the person
        // out tomorrow: this digest stays until the password changes.
        return false;
      }
      if (algorithm !== 'Argon2id' || parseDigest(algorithm, digest) === undefined) {
        return true;
      }
      const made = parseOptions(digest);
      return (
        made.algorithm !== ARGON2ID ||
        made.version !== VERSION_13 ||
        made.memoryCost !== cost.memoryKiB ||
        made.timeCost !== cost.passes ||
        made.parallelism !== cost.parallelism ||
        made.outputLen !== OUTPUT_BYTES
      );
    },
  };
}
