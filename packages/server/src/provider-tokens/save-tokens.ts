import type { Transaction } from '../database/database.ts';
import type { Envelope } from '../lib/index.ts';
import { openTokens, sealTokens, type TokenOwner } from './sealed-tokens.ts';
import type { ProviderTokens } from './token-set.ts';
import { lockKeepingConnector, lockTokens, saveTokensRow } from './tokens.store.ts';

/** What a provider has just given, by which connector, and what encrypts it. */
export interface GivenTokens {
  readonly connectorId: string;
  readonly tokens: ProviderTokens;
  readonly envelope: Envelope;
}

/**
 * Keeps tokens of an identity whose owner the transaction has locked, in the place of older ones. Many providers give a
 * refresh token with the first consent alone: one that the same connector has brought before stays.
 *
 * @returns whether they were kept: not where the connector has ceased to keep any since its provider was asked
 */
export async function saveTokens(
  tx: Transaction,
  owner: TokenOwner,
  { connectorId, tokens, envelope }: GivenTokens,
  now: Date,
): Promise<boolean> {
  // In this order, the connector first, as whoever turns its token storage off: else two could wait for each other.
  if (!(await lockKeepingConnector(tx, owner.tenantId, connectorId))) return false;
  const stored = await lockTokens(tx, owner);
  const keeps = tokens.refreshToken === undefined && stored?.renewable === true && stored.connector_id === connectorId;
  const refreshToken = keeps ? openTokens(envelope, owner, stored.tokens).refreshToken : tokens.refreshToken;
  const sealed = sealTokens(envelope, owner, { ...tokens, ...(refreshToken !== undefined && { refreshToken }) });
  // Who is renewing with the refresh token that stays may be given another one for it: theirs must not get lost.
  await saveTokensRow(tx, owner, { connectorId, ...sealed, endsRenewal: !keeps }, now);
  return true;
}
