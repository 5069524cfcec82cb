import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../database/database.ts';
import { type Envelope, newRecordId } from '../lib/index.ts';
import { Problem } from '../operation/index.ts';
import { openTokens, sealTokens, type TokenOwner } from './sealed-tokens.ts';
import { type ProviderTokens, renewed } from './token-set.ts';
import {
  claimRenewal,
  dropExpiredTokens,
  dropRefusedTokens,
  findTokens,
  finishRenewal,
  releaseRenewal,
  type TokensRow,
} from './tokens.store.ts';

/** What finding fresh tokens takes. */
export interface FreshNeeds {
  readonly database: Database;
  readonly envelope: Envelope;
  readonly now: Date;
  /** Asks the provider of a connector. @throws Problem, `connector.authorization_failed` for a refresh token that it refuses */
  readonly renew: (connectorId: string, refreshToken: string) => Promise<ProviderTokens>;
}

/** Longer than asking a provider may take, so that nobody asks twice; after it, whoever asked has died. */
const LEASE_MS = 15_000;
/** Longer than asking a provider may take, so that who waits gets what is found. */
const PATIENCE_MS = 12_000;
const SHORTEST_PAUSE_MS = 40;
const LONGEST_PAUSE_MS = 500;

/**
 * Stored tokens that have not expired: as they are, or renewed at the provider.
 *
 * Who renews holds a lease on the row and no lock: a provider may take ten seconds to answer, and a transaction that were
 * open meanwhile would hold a connection, and everybody who changes this account. Only one may ask, since a provider that
 * rotates refresh tokens takes two uses of one for theft, and ends them all. The others look again until the one is done.
 *
 * @throws Problem 404 `…token_not_found`, 401 `…access_token_expired`, 503 `server.busy` when who renews takes too long,
 * and whatever `renew` throws
 */
export async function findFreshTokens(needs: FreshNeeds, owner: TokenOwner): Promise<ProviderTokens> {
  const { database, envelope, now } = needs;
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (let wait = SHORTEST_PAUSE_MS; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    const row = await findTokens(database, owner);
    if (!row) throw new Problem('secrets.third_party_token_set.token_not_found');
    if (row.expires_at === null || row.expires_at > now) return openTokens(envelope, owner, row.tokens);
    if (!row.renewable) {
      // Others have come in between, and theirs may do.
      if ((await dropExpiredTokens(database, owner, now)) === 0) continue;
      throw new Problem('secrets.third_party_token_set.access_token_expired');
    }
    const renewal = newRecordId();
    const claimed = await claimRenewal(database, owner, { renewal, now, until: new Date(now.getTime() + LEASE_MS) });
    const tokens = claimed && (await renewClaimed(needs, owner, renewal, claimed));
    if (tokens) return tokens;
    if (performance.now() > giveUpAt) throw new Problem('server.busy', { headers: { 'Retry-After': '5' } });
    if (!claimed) await pause(wait);
  }
}

/** Renewed tokens, once they are stored; undefined when the old ones have been replaced or removed meanwhile. */
async function renewClaimed(
  { database, envelope, now, renew }: FreshNeeds,
  owner: TokenOwner,
  renewal: string,
  { connector_id: connectorId, tokens: sealed }: TokensRow,
): Promise<ProviderTokens | undefined> {
  try {
    const old = openTokens(envelope, owner, sealed);
    const tokens = renewed(old, await renew(connectorId, old.refreshToken ?? ''));
    const stored = await finishRenewal(database, owner, renewal, sealTokens(envelope, owner, tokens), now);
    return stored === 0 ? undefined : tokens;
  } catch (error) {
    // Refused once, refused for ever: nothing that serves nobody is kept.
    const isRefused = error instanceof Problem && error.code === 'connector.authorization_failed';
    await (isRefused ? dropRefusedTokens : releaseRenewal)(database, owner, renewal);
    throw error;
  }
}
