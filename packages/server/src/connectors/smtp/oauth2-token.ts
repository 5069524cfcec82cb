/** Access tokens for mail servers that take no password (SASL XOAUTH2), fetched through the one way out. */
import { importPKCS8, SignJWT } from 'jose';
import { z } from 'zod';
import type { Outbound } from '../../lib/index.ts';
import { ConnectorError } from '../port.ts';
import type { SmtpAuth } from './smtp-config.ts';

/** Where tokens come from unless the config says so, and what they are for: one large provider's, as is customary. */
const DEFAULT_URL = 'https://accounts.google.com/o/oauth2/token';
const DEFAULT_SCOPE = 'https://mail.google.com/';
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** A token is not used in its last minute: it has to last until the server has looked at it. */
const MARGIN_MS = 60_000;

const TokenAnswer = z.looseObject({ access_token: z.string().min(1), expires_in: z.coerce.number().optional() });

/** Gives an access token, a new one when `renew` says that the server has refused the last. */
export type TokenSource = (renew: boolean) => Promise<{ readonly token: string; readonly expiresAt: number }>;

/** Makes the source of a config's tokens; undefined for a password. */
export function createTokenSource(auth: SmtpAuth | undefined, outbound: Outbound): TokenSource | undefined {
  if (auth === undefined || 'pass' in auth) return undefined;
  if (!('refreshToken' in auth) && !('serviceClient' in auth)) {
    return async () => ({ token: String(auth['accessToken']), expiresAt: Number.POSITIVE_INFINITY });
  }
  let known: { token: string; expiresAt: number } | undefined;
  let fetching: Promise<{ token: string; expiresAt: number }> | undefined;
  return async renew => {
    if (known && !renew && Date.now() < known.expiresAt - MARGIN_MS) return known;
    // Several connections are opened at once: one question is enough for them all.
    fetching ??= fetchToken(auth, outbound).finally(() => {
      fetching = undefined;
    });
    known = await fetching;
    return known;
  };
}

async function fetchToken(auth: SmtpAuth, outbound: Outbound): Promise<{ token: string; expiresAt: number }> {
  const url = typeof auth['accessUrl'] === 'string' ? auth['accessUrl'] : DEFAULT_URL;
  const body = new URLSearchParams(await grantOf(auth, url));
  const response = await outbound.fetch(url, { method: 'POST', body, headers: { accept: 'application/json' } });
  const text = await response.text();
  if (!response.ok) throw new ConnectorError('general', `the token endpoint answers ${response.status}: ${text}`);
  const answer = TokenAnswer.safeParse(parsed(text));
  if (!answer.success) throw new ConnectorError('invalid_response', 'the token endpoint answers without a token');
  const { access_token, expires_in = 3600 } = answer.data;
  return { token: access_token, expiresAt: Date.now() + expires_in * 1000 };
}

async function grantOf(auth: SmtpAuth, audience: string): Promise<Record<string, string>> {
  if (typeof auth['serviceClient'] !== 'string') {
    const { clientId, clientSecret, refreshToken } = auth;
    return {
      grant_type: 'refresh_token',
      client_id: String(clientId),
      refresh_token: String(refreshToken),
      ...(typeof clientSecret === 'string' && { client_secret: clientSecret }),
    };
  }
  return { grant_type: JWT_BEARER, assertion: await assertionOf(auth, auth['serviceClient'], audience) };
}

/** RFC 7523: the service account says who it is, and for whom it asks. */
async function assertionOf(auth: SmtpAuth, issuer: string, audience: string): Promise<string> {
  try {
    // A key in JSON has its line breaks written out.
    const key = await importPKCS8(String(auth['privateKey']).replaceAll('\\n', '\n'), 'RS256');
    return await new SignJWT({ scope: typeof auth['scope'] === 'string' ? auth['scope'] : DEFAULT_SCOPE })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
      .setIssuer(issuer)
      .setSubject(auth.user)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(key);
  } catch (cause) {
    throw new ConnectorError('invalid_config', 'auth.privateKey is not a PKCS #8 key for RS256', { cause });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
