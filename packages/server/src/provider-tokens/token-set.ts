import type { ProviderAccessToken } from '@freehold/contract';

/** What a provider has given for acting as somebody there. */
export interface ProviderTokens {
  readonly accessToken: string;
  readonly refreshToken?: string;
  readonly tokenType?: string;
  readonly scope?: string;
  /** When the access token ends, in milliseconds; absent where the provider has not said. */
  readonly expiresAt?: number;
}

/** In characters. A token that were cut would be none, so what is longer is not kept at all. */
const MAX_TOKEN = 16_384;
const MAX_WORDS = 4096;
/** Ten years in seconds: for ever, in a number that every calendar holds. */
const MAX_LIFETIME = 315_360_000;

/**
 * The answer of a token endpoint (RFC 6749 §5.1), as far as it is kept: an ID token is none to act with. Undefined when
 * there is no access token in it.
 * @param now when it was asked for
 */
export function readTokenResponse(response: unknown, now: Date): ProviderTokens | undefined {
  const at = (name: string): unknown =>
    typeof response === 'object' && response !== null && Object.hasOwn(response, name)
      ? Reflect.get(response, name)
      : undefined;
  const accessToken = textOf(at('access_token'), MAX_TOKEN);
  if (accessToken === undefined) return undefined;
  const refreshToken = textOf(at('refresh_token'), MAX_TOKEN);
  const tokenType = textOf(at('token_type'), MAX_WORDS);
  const scope = textOf(at('scope'), MAX_WORDS);
  const lifetime = secondsOf(at('expires_in'));
  return {
    accessToken,
    ...(refreshToken !== undefined && { refreshToken }),
    ...(tokenType !== undefined && { tokenType }),
    ...(scope !== undefined && { scope }),
    ...(lifetime !== undefined && { expiresAt: now.getTime() + lifetime * 1000 }),
  };
}

const textOf = (value: unknown, longest: number): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= longest ? value : undefined;

/** Some write the number as text. */
function secondsOf(value: unknown): number | undefined {
  const seconds = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  if (typeof seconds !== 'number' || !Number.isFinite(seconds)) return undefined;
  return Math.min(Math.max(Math.floor(seconds), 0), MAX_LIFETIME);
}

/** Tokens that were renewed: what the provider does not say anew stays as it was (RFC 6749 §6). */
export const renewed = (old: ProviderTokens, fresh: ProviderTokens): ProviderTokens => ({
  ...(old.refreshToken !== undefined && { refreshToken: old.refreshToken }),
  ...(old.scope !== undefined && { scope: old.scope }),
  ...(old.tokenType !== undefined && { tokenType: old.tokenType }),
  ...fresh,
});

/** What an application is shown: never the refresh token, which would let it act for longer than it is asked to stay. */
export const tokensView = (
  { accessToken, scope, tokenType, expiresAt }: ProviderTokens,
  now: Date,
): ProviderAccessToken => ({
  access_token: accessToken,
  ...(scope !== undefined && { scope }),
  ...(tokenType !== undefined && { token_type: tokenType }),
  ...(expiresAt !== undefined && { expires_in: Math.max(Math.floor((expiresAt - now.getTime()) / 1000), 0) }),
});
