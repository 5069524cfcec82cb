/**
 * The sentinel: so many wrong passwords and codes within an hour, then a pause.
 *
 * An attempt takes its place before the secret is looked at: counting afterwards would let a burst of parallel guesses
 * all be judged before the first of them is counted (CVE-2024-4629). A right secret gives its own place back, a wrong
 * one keeps it, and the one that reaches the maximum starts the pause.
 *
 *            reserve ──(none free, or paused)──► refused, unjudged
 *               │
 *             judge ──right──► released
 *               │
 *             wrong ──below the maximum──► kept for an hour
 *               └─────reaches it────────► pause for the lock-out duration, one `identifier-lockout` event
 */
import type { SecurityEvent } from '@freehold/contract';
import { formatRelativeTime } from '@freehold/messages';
import type { Queryable, Transaction } from '../database/database.ts';
import { addressRateLimitKey, type KeyRing, keyedHash } from '../lib/index.ts';
import { type Change, type Context, Problem } from '../operation/index.ts';
import {
  type AttemptKey,
  blockAtLimit,
  deleteAttempt,
  deleteAttemptsOf,
  findBlock,
  insertAttempt,
  markAttemptFailed,
} from './sentinel.store.ts';

/** How long a wrong attempt counts, in milliseconds. */
const windowLength = 3_600_000;

/** Since when attempts count. */
export const windowStartOf = (now: Date): Date => new Date(now.getTime() - windowLength);

/** The tenant's `sentinelPolicy`. */
export interface SentinelPolicy {
  /** Wrong attempts within an hour that start a pause: at least 1. */
  readonly maxAttempts: number;
  /** Length of the pause in minutes. */
  readonly lockoutDuration: number;
}

/**
 * What shares one count. Passwords have one; codes have one for each address, so that wrong codes close the way by that
 * address and no other.
 */
export type AttemptPool = 'credentials' | `codes:${string}`;

/** On what wrong codes are counted. */
export interface CodeTarget {
  readonly target: string;
  readonly pool: AttemptPool;
}

/** One place, taken. */
export interface Attempt extends AttemptKey {
  /** Names the reservation among those of its target. */
  readonly reservedAt: Date;
}

/** Whose attempts are counted: a user's, by whichever identifier they were named. */
export const userTarget = (userId: string): string => `user:${userId}`;

/**
 * Whose attempts are counted when nobody has the identifier: it is locked like a user's, since an identifier that could
 * be tried for ever would tell that nobody has it. Keyed, since addresses can be guessed from a plain hash.
 */
export const strangerTarget = (keys: KeyRing, type: string, normalizedValue: string): string =>
  `stranger:${keyedHash(keys, 'sentinel', `${type}:${normalizedValue}`).mac.toString('base64url')}`;

/**
 * Where wrong codes of a user for an address are counted: on both. Counted on the address alone, anybody could lock a
 * stranger's address by asking for codes to it. Unlocking the user unlocks it.
 */
export const codeTarget = (keys: KeyRing, userId: string, channel: string, address: string): CodeTarget => ({
  target: userTarget(userId),
  pool: `codes:${keyedHash(keys, 'sentinel', `${channel}:${address}`).mac.toString('base64url')}`,
});

/** The same for codes to an address of whoever it may be: asked for by an application, or by somebody who is not known. */
export const strangerCodeTarget = (keys: KeyRing, channel: string, address: string): CodeTarget => ({
  target: strangerTarget(keys, channel, address),
  pool: 'codes:',
});

/**
 * Where wrong codes from one network are counted, whomever they are for. Somebody who asks for a code to each of a
 * thousand addresses, and guesses at each a few times, stays below every other count.
 */
export const networkCodeTarget = (keys: KeyRing, ip: string): CodeTarget => ({
  target: `network:${keyedHash(keys, 'sentinel', `origin:${addressRateLimitKey(ip)}`).mac.toString('base64url')}`,
  pool: 'codes:',
});

/**
 * Takes a place for one attempt, before the secret is checked.
 *
 * @returns the reservation, or until when there is none: `retryAt`.
 */
export async function reserveAttempt(
  db: Queryable,
  { policy, now, ...key }: AttemptKey & { policy: SentinelPolicy; now: Date },
): Promise<{ readonly attempt: Attempt } | { readonly retryAt: Date }> {
  const reservedAt = await insertAttempt(db, key, {
    maxAttempts: policy.maxAttempts,
    windowStart: windowStartOf(now),
    now,
  });
  return toReservation(db, key, reservedAt, now);
}

/** What an attempt to take a place has come to. */
async function toReservation(
  db: Queryable,
  key: AttemptKey,
  reservedAt: Date | null | undefined,
  now: Date,
): Promise<{ readonly attempt: Attempt } | { readonly retryAt: Date }> {
  if (reservedAt) return { attempt: { ...key, reservedAt } };
  const row = await findBlock(db, key, windowStartOf(now));
  if (row?.blocked_until && row.blocked_until > now) return { retryAt: row.blocked_until };
  // No pause, but all places are taken: by failures that will leave the window, or by attempts that are being judged.
  return {
    retryAt: row?.next_free ? new Date(row.next_free.getTime() + windowLength) : new Date(now.getTime() + 1000),
  };
}

/** Gives back exactly the place of this attempt: its secret was right, or was never judged. */
export async function releaseAttempt(db: Queryable, attempt: Attempt): Promise<void> {
  await deleteAttempt(db, attempt, attempt.reservedAt);
}

/**
 * Counts the attempt as wrong.
 *
 * @returns until when its target is now blocked, if this failure is the one that reached the maximum.
 */
export async function failAttempt(
  tx: Transaction,
  attempt: Attempt,
  policy: SentinelPolicy,
  now: Date,
): Promise<Date | undefined> {
  await markAttemptFailed(tx, attempt, attempt.reservedAt);
  const until = new Date(now.getTime() + policy.lockoutDuration * 60_000);
  const windowStart = windowStartOf(now);
  const blocked = await blockAtLimit(tx, attempt, attempt.reservedAt, {
    until,
    now,
    windowStart,
    maxAttempts: policy.maxAttempts,
  });
  return blocked > 0 ? until : undefined;
}

/** Forgets attempts and blocks of `targets`, as made by {@link userTarget}; returns those that had any. */
export const unlock = (db: Queryable, tenantId: string, targets: readonly string[]): Promise<string[]> =>
  deleteAttemptsOf(db, tenantId, targets);

/** What a judge found: the value that a right secret opens, or why it is wrong. */
export type Verdict<T> =
  | { readonly right: true; readonly value: T }
  | { readonly right: false; readonly problem: Problem };

export interface GuardedAttempt {
  readonly target: string;
  readonly pool: AttemptPool;
  readonly policy: SentinelPolicy;
  /** Recorded for a wrong attempt; its `userId` is also that of the lock-out. */
  readonly failure: SecurityEvent;
  /** What the event of a lock-out says beside whose it is. */
  readonly lockout?: Pick<SecurityEvent, 'data' | 'personal'>;
  /** Counted too. Whose it is nobody knows, so nobody is told when it is paused. */
  readonly also?: CodeTarget & { readonly policy: SentinelPolicy };
  /** What a statement of the caller's own has reserved by `reserving`, null when no place was free. Else one is taken. */
  readonly reservedAt?: Date | null;
}

/** The places that an attempt has taken: its target's, then the one that is counted too. */
export type Places = readonly [Attempt, ...Attempt[]];

/**
 * Judges a secret under the sentinel: reserve, judge, then release or count. `judge` runs outside of any transaction and
 * at most `maxAttempts` times an hour for one target. When it throws, nothing was learned and nothing is counted. What a
 * right secret opens is written by `accept`, in the transaction that gives its place back.
 *
 * @throws Problem `session.verification_blocked_too_many_attempts` (400, `Retry-After`) while blocked, with the right
 * secret too, and for the failure that starts the pause; otherwise the problem of the verdict.
 */
export const guardAttempt = <T, R>(
  context: GuardContext,
  guarded: GuardedAttempt,
  judge: () => Promise<Verdict<T>>,
  accept: (change: Change, value: T) => Promise<R>,
): Promise<R> =>
  guardAndSettle(context, guarded, judge, (value, places) =>
    context.transaction(async change => {
      // Sent together: each wait for the database would cost as much as the statement.
      const releases = places.map(one => releaseAttempt(change.tx, one));
      const [accepted] = await Promise.all([accept(change, value), ...releases]);
      return accepted;
    }),
  );

/** What {@link guardAttempt} needs of a request's context. */
type GuardContext = Pick<Context, 'database' | 'tenant' | 'now' | 'locale' | 'transaction'>;

/**
 * The same where one statement does all that follows a right secret: `settle` gives the places back in the commit that
 * writes what the secret opens.
 */
export async function guardAndSettle<T, R>(
  context: GuardContext,
  { target, pool, policy, failure, lockout, also, reservedAt }: GuardedAttempt,
  judge: () => Promise<Verdict<T>>,
  settle: (value: T, places: Places) => Promise<R>,
): Promise<R> {
  const { database, now } = context;
  const tenantId = context.tenant.id;
  const reserved =
    reservedAt === undefined
      ? await reserveAttempt(database, { tenantId, target, pool, policy, now })
      : await toReservation(database, { tenantId, target, pool }, reservedAt, now);
  if ('retryAt' in reserved) throw blocked(context, reserved.retryAt);
  const { attempt } = reserved;
  // A failure to release costs one place for an hour; the error that led here says more than that one.
  const release = (one: Attempt) => releaseAttempt(database, one).catch(() => undefined);
  const reservedToo = also && (await reserveAttempt(database, { tenantId, now, ...also }));
  if (reservedToo && 'retryAt' in reservedToo) {
    await release(attempt);
    throw blocked(context, reservedToo.retryAt);
  }
  const places: Places = [attempt, ...(reservedToo ? [reservedToo.attempt] : [])];

  const verdict = await judge().catch(async (error: unknown) => {
    await Promise.all(places.map(release));
    throw error;
  });
  if (verdict.right) return settle(verdict.value, places);

  const until = await context.transaction(async ({ tx, emit }) => {
    const blockedUntil = await failAttempt(tx, attempt, policy, now);
    if (also && reservedToo) await failAttempt(tx, reservedToo.attempt, also.policy, now);
    await emit(failure);
    if (blockedUntil) {
      await emit({ type: 'identifier-lockout', userId: failure.userId, actor: { kind: 'system' }, ...lockout });
    }
    return blockedUntil;
  });
  throw until ? blocked(context, until) : verdict.problem;
}

function blocked({ now, locale }: Pick<Context, 'now' | 'locale'>, until: Date): Problem {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  return new Problem('session.verification_blocked_too_many_attempts', {
    values: { relativeTime: formatRelativeTime(locale, seconds) },
    headers: { 'Retry-After': String(seconds) },
  });
}
