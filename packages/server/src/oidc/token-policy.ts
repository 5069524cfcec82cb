import { ownMetadata } from './clients.ts';
import type { Configuration, EngineClient, KoaContextWithOIDC } from './engine.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** A refresh token that is used again within this time yields a sibling: clients refresh in parallel. */
export const REFRESH_GRACE_MS = 3_000;

const positive = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;

function refreshTokenTtl(client: EngineClient): number {
  const { refreshTokenTtlInDays, refreshTokenTtl } = ownMetadata(client).custom;
  const days = positive(refreshTokenTtlInDays);
  return days === undefined ? (positive(refreshTokenTtl) ?? 14 * DAY) : days * DAY;
}

const isBrowserApp = (client: EngineClient): boolean =>
  client.clientAuthMethod === 'none' && client.applicationType === 'web';

/** Whether the application gets refresh tokens without asking for offline access. */
const alwaysRefreshes = (client: EngineClient): boolean =>
  ownMetadata(client).custom.alwaysIssueRefreshToken === true && client.applicationType === 'web';

/** How long everything lives, in seconds. */
export const ttl: NonNullable<Configuration['ttl']> = {
  AccessToken: (_ctx, token) => token.resourceServer?.accessTokenTTL ?? HOUR,
  ClientCredentials: (_ctx, token) => token.resourceServer?.accessTokenTTL ?? HOUR,
  AuthorizationCode: MINUTE,
  IdToken: (_ctx, _token, client) => positive(ownMetadata(client).custom.idTokenTtl) ?? HOUR,
  Interaction: HOUR,
  // A session in which nobody is signed in (a sign-out without one) is not worth two weeks of a row.
  Session: (_ctx, session) => (session.accountId === undefined ? HOUR : 14 * DAY),
  Grant: 180 * DAY,
  RefreshToken(ctx, token, client) {
    const rotated = ctx.oidc.entities.RotatedRefreshToken;
    // A token in a browser's storage can be stolen; rotation must not let the thief renew it for ever.
    if (rotated && isBrowserApp(client) && !token.isSenderConstrained()) return Math.max(1, rotated.remainingTTL);
    return refreshTokenTtl(client);
  },
};

/** Whether an exchanged code yields a refresh token. */
export const issueRefreshToken: NonNullable<Configuration['issueRefreshToken']> = async (_ctx, client, source) =>
  client.grantTypeAllowed('refresh_token') && (source.scopes.has('offline_access') || alwaysRefreshes(client));

/**
 * Whether a refresh replaces the token: always for clients without a secret (RFC 9700, section 2.2.2), near
 * its end for the others unless the application switched that off, and no longer once the family is a year old.
 */
export function rotateRefreshToken(ctx: KoaContextWithOIDC): boolean {
  const { RefreshToken: token, Client: client } = ctx.oidc.entities;
  if (!token || !client || token.totalLifetime() >= YEAR) return false;
  if (client.clientAuthMethod === 'none') return true;
  return ownMetadata(client).custom.rotateRefreshToken !== false && token.ttlPercentagePassed() >= 70;
}
