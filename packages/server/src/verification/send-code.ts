import type { MessageUsage, SignInExperience } from '@freehold/contract';
import type { Transaction } from '../database/database.ts';
import type { KeyRing } from '../lib/index.ts';
import type { Message, Messenger } from '../notifications/index.ts';
import type { Change, Context } from '../operation/index.ts';
import { loadSignInExperience } from '../sign-in-experience/index.ts';
import { type Channel, type CodeBinding, hashCode, newCode } from './code.ts';
import { deleteCode, saveCode } from './codes.store.ts';
import { refuseSend, releaseSend, reserveSend, type SendSource, SendsExhausted } from './send-limits.ts';

/** What sending codes needs from the rest of the house. */
export interface CodeNeeds {
  readonly messenger: Messenger;
  readonly keys: KeyRing;
}

export interface CodeToSend {
  /** What the code is bound to: a verification record, the verification of a sign-in. A code sent again replaces the first. */
  readonly id: string;
  readonly channel: Channel;
  /** Normalized (`normalizeAddress`): what the code will be checked with, and what sends are counted on. */
  readonly address: string;
  /** Where the message goes, when it is spelt otherwise than `address`. */
  readonly to?: string;
  readonly usage: MessageUsage;
  /** For whom it is sent, where that is known: their sends are counted too. */
  readonly userId?: string | undefined;
  /** For the words of the message. */
  readonly user?: Message['user'];
  readonly application?: Message['application'];
  /** When the code ends at the latest; the tenant's policy may end it earlier. */
  readonly expiresAt: Date;
  /** The tenant's settings, by whoever has already read them. */
  readonly settings?: SignInExperience;
  /**
   * Does everything but send the message: for an address that nobody has, where an answer of its own would tell so. Its
   * code can be guessed like any other, and is worth nothing.
   */
  readonly withhold?: boolean;
  /**
   * Takes the sending over, to begin it when nobody waits any more: where the time that it takes, or its failure, would tell
   * that there is a message at all. For the same reason nothing is taken back when it rejects.
   */
  readonly later?: (send: () => Promise<void>) => void;
  /** Writes what the code stands for, in the transaction that writes the code. */
  readonly write?: (change: Change) => Promise<unknown>;
  /** Takes it back when the message could not be sent. */
  readonly unwrite?: (tx: Transaction) => Promise<unknown>;
}

/**
 * Sends a six-digit code. Before the message leaves, its place under the limits is taken and the code is stored, in one
 * transaction: an answer that comes at once finds its code, and a burst of requests cannot outrun the count. Of a message
 * that could not be sent nothing stays behind.
 *
 * @throws Problem 429 `request.message_rate_limited` with `Retry-After`; 501 `connector.not_found`; `connector.*`
 */
export async function sendCode(
  context: Pick<Context, 'database' | 'tenant' | 'now' | 'locale' | 'languages' | 'origin' | 'transaction'>,
  { messenger, keys }: CodeNeeds,
  request: CodeToSend,
): Promise<void> {
  const { id, channel, address, userId, expiresAt } = request;
  const { database, tenant, now, origin } = context;
  const { messageRateLimitPolicy: policy } = request.settings ?? (await loadSignInExperience(database, tenant.id));
  const binding: CodeBinding = { tenantId: tenant.id, id, channel, address };
  const source: SendSource = { tenantId: tenant.id, channel, address, userId, ip: origin.ip };
  const code = newCode();
  const hash = hashCode(keys, binding, code);

  const reservation = await context
    .transaction(async change => {
      const places = await reserveSend(change.tx, keys, source, policy, now);
      await request.write?.(change);
      await saveCode(change.tx, binding, hash, { now, expiresAt });
      return places;
    })
    .catch(async error => {
      throw error instanceof SendsExhausted ? await refuseSend(context, error, source, policy) : error;
    });

  if (request.withhold) return;
  const { usage, user, application } = request;
  const message: Message = { channel, to: request.to ?? address, usage, code, user, application, expiresAt };
  const send = () => messenger.send(context, message);
  if (request.later) {
    request.later(send);
    return;
  }
  try {
    await send();
  } catch (error) {
    await context.transaction(async ({ tx }) => {
      await releaseSend(tx, reservation);
      await deleteCode(tx, binding, hash);
      await request.unwrite?.(tx);
    });
    throw error;
  }
}
