import type { SecurityEvent, VerificationCodePolicy } from '@freehold/contract';
import type { KeyRing } from '../lib/index.ts';
import { type Change, type Context, Problem } from '../operation/index.ts';
import { loadSignInExperience } from '../sign-in-experience/index.ts';
import { type Channel, type CodeBinding, hashCodeBy } from './code.ts';
import { type CodeRow, findCode, judgeCode } from './codes.store.ts';
import { type CodeTarget, guardAttempt, networkCodeTarget, type Verdict } from './sentinel.ts';

export interface CodeToCheck {
  /** What the code was sent for. */
  readonly id: string;
  readonly channel: Channel;
  /** Normalized: where the caller says that it was sent. */
  readonly address: string;
  /** What the caller typed. */
  readonly code: string;
  /** Whose wrong tries are counted: `codeTarget`, `strangerCodeTarget`. */
  readonly target: CodeTarget;
  /** Address of whoever enters it; absent where a service does, for many people. */
  readonly ip?: string;
  /** Recorded for a wrong code. */
  readonly failure: SecurityEvent;
}

/**
 * Judges a code under the sentinel, and runs `accept` in a transaction when it is right; the code is used up then, once
 * and for all. Only a wrong code counts as a try: who asks for a code that has expired has learned nothing.
 *
 * @throws Problem 400, in this order: `session.verification_blocked_too_many_attempts`, then `verification_code.not_found`
 * (unknown or used), `.email_mismatch` or `.phone_mismatch`, `.expired`, `.exceed_max_try`, `.code_mismatch`
 */
export async function checkCode<R>(
  context: Pick<Context, 'database' | 'tenant' | 'now' | 'locale' | 'transaction'>,
  { keys }: { readonly keys: KeyRing },
  request: CodeToCheck,
  accept: (change: Change) => Promise<R>,
): Promise<R> {
  const settings = await loadSignInExperience(context.database, context.tenant.id);
  const { sentinelPolicy, verificationCodePolicy, messageRateLimitPolicy } = settings;
  const { target, failure, channel, address, ip } = request;
  // How many people share an address of the network, the tenant says by how many messages may be asked for from one.
  const networkPolicy = { ...sentinelPolicy, maxAttempts: messageRateLimitPolicy.perOrigin };
  return guardAttempt(
    context,
    {
      ...target,
      policy: sentinelPolicy,
      failure,
      lockout: { data: { identifier: channel }, personal: { value: address } },
      ...(ip !== undefined && { also: { ...networkCodeTarget(keys, ip), policy: networkPolicy } }),
    },
    () => judge(context, keys, request, verificationCodePolicy),
    accept,
  );
}

async function judge(
  { database, tenant, now }: Pick<Context, 'database' | 'tenant' | 'now'>,
  keys: KeyRing,
  { id, channel, address, code }: CodeToCheck,
  { expirationDuration, maxRetryAttempts }: VerificationCodePolicy,
): Promise<Verdict<undefined>> {
  const binding: CodeBinding = { tenantId: tenant.id, id, channel, address };
  const bornAfter = new Date(now.getTime() - expirationDuration * 1000);
  const problemOf = (row: CodeRow | undefined): Problem | undefined => {
    if (!row || row.channel !== channel || row.consumed_at !== null || code === '') {
      return new Problem('verification_code.not_found');
    }
    if (row.address !== address) return new Problem(`verification_code.${channel}_mismatch`);
    // By the policy of this moment: one that has become stricter reaches codes that are under way.
    if (row.created_at <= bornAfter || row.expires_at <= now) return new Problem('verification_code.expired');
    if (row.tries >= maxRetryAttempts) return new Problem('verification_code.exceed_max_try');
    return undefined;
  };

  const row = await findCode(database, tenant.id, id);
  const problem = problemOf(row);
  if (!row || problem) throw problem;
  // Of a key that has left the ring no code is right, but the try counts.
  const mac = hashCodeBy(keys, row.key_id, binding, code) ?? Buffer.alloc(0);
  const judged = await judgeCode(database, binding, { mac, now, bornAfter, maxTries: maxRetryAttempts });
  // Others were faster: the last try, or the right code, has been given since it was read.
  if (judged === undefined) {
    throw problemOf(await findCode(database, tenant.id, id)) ?? new Problem('verification_code.not_found');
  }
  return judged.isRight ? { right: true, value: undefined } : { right: false, problem: codeMismatch(judged.triesLeft) };
}

/** Says what the person can still do: enter it once more, or ask for another. */
const codeMismatch = (triesLeft: number) => new Problem('verification_code.code_mismatch', { data: { triesLeft } });
