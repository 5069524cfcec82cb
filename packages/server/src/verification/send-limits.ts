import type { MessageRateLimitPolicy } from '@freehold/contract';
import type { Transaction } from '../database/database.ts';
import { addressRateLimitKey, type KeyRing, keyedHash } from '../lib/index.ts';
import { type Context, Problem } from '../operation/index.ts';
import type { Channel } from './code.ts';
import { type CountedSend, deleteSend, findSendThatLeaves, insertSend, markSendsTold } from './message-sends.store.ts';

/** To whom, for whom and from where a message is sent. */
export interface SendSource {
  readonly tenantId: string;
  readonly channel: Channel;
  /** Normalized. */
  readonly address: string;
  /** Absent for somebody who has not said who they are, and for an application. */
  readonly userId: string | undefined;
  /** Address of whoever asks. */
  readonly ip: string;
}

interface Counter extends CountedSend {
  readonly name: 'origin' | 'recipient' | 'user';
  readonly limit: number;
}

/** The places that one message has taken. */
export type SendReservation = readonly (CountedSend & { readonly reservedAt: Date })[];

/** Thrown to undo the places that were had before the one that was not. */
export class SendsExhausted extends Error {
  readonly counter: Counter;
  constructor(counter: Counter) {
    super(`too many messages by ${counter.name}`);
    this.counter = counter;
  }
}

/**
 * What a message is counted on. Always in this order, so that two messages never wait for each other's rows. Addresses are
 * hashed with the installation's key: the table tells nobody who was written to.
 */
function countersOf(keys: KeyRing, source: SendSource, policy: MessageRateLimitPolicy): Counter[] {
  const { tenantId, channel, address, userId, ip } = source;
  const hashed = (name: string, value: string) =>
    `${name}:${keyedHash(keys, 'message-sends', `${name}:${value}`).mac.toString('base64url')}`;
  return [
    // A subscriber owns a whole /64 of IPv6: counting single addresses would count nothing.
    { tenantId, name: 'origin', counted: hashed('origin', addressRateLimitKey(ip)), limit: policy.perOrigin },
    { tenantId, name: 'recipient', counted: hashed('recipient', `${channel}:${address}`), limit: policy.perRecipient },
    ...(userId === undefined
      ? []
      : [{ tenantId, name: 'user' as const, counted: `user:${userId}`, limit: policy.perUser }]),
  ];
}

const windowStartOf = (now: Date, { windowSeconds }: MessageRateLimitPolicy): Date =>
  new Date(now.getTime() - windowSeconds * 1000);

/**
 * Takes a place for one message on everything that it is counted on, in the caller's transaction: all or none.
 *
 * @throws SendsExhausted, which must leave the transaction so that it is undone; {@link refuseSend} makes the answer of it
 */
export async function reserveSend(
  tx: Transaction,
  keys: KeyRing,
  source: SendSource,
  policy: MessageRateLimitPolicy,
  now: Date,
): Promise<SendReservation> {
  const windowStart = windowStartOf(now, policy);
  const counters = countersOf(keys, source, policy);
  const places = await Promise.all(
    counters.map(async counter => ({
      counter,
      reservedAt: await insertSend(tx, counter, { limit: counter.limit, windowStart, now }),
    })),
  );
  return places.map(({ counter, reservedAt }) => {
    if (!reservedAt) throw new SendsExhausted(counter);
    return { tenantId: counter.tenantId, counted: counter.counted, reservedAt };
  });
}

/** Gives the places of a message back that could not be sent. */
export async function releaseSend(tx: Transaction, reservation: SendReservation): Promise<void> {
  for (const { reservedAt, ...counted } of reservation) await deleteSend(tx, counted, reservedAt);
}

/**
 * The answer to a message too many: 429 with the seconds until there is a place. Told to webhooks once a window and
 * counter, or whoever floods us would have us flood the subscribers.
 */
export async function refuseSend(
  context: Pick<Context, 'transaction' | 'now'>,
  { counter }: SendsExhausted,
  { channel, userId }: SendSource,
  policy: MessageRateLimitPolicy,
): Promise<Problem> {
  const { now } = context;
  const windowStart = windowStartOf(now, policy);
  const leaves = await context.transaction(async ({ tx, emit }) => {
    if ((await markSendsTold(tx, counter, { now, windowStart })) > 0) {
      await emit({ type: 'message-rate-limited', userId, data: { by: counter.name, channel } });
    }
    return findSendThatLeaves(tx, counter, { limit: counter.limit, windowStart });
  });
  const wait = leaves ? leaves.getTime() + policy.windowSeconds * 1000 - now.getTime() : 0;
  return new Problem('request.message_rate_limited', {
    headers: { 'Retry-After': String(Math.max(1, Math.ceil(wait / 1000))) },
  });
}
