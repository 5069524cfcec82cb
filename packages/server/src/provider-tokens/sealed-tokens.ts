import type { Envelope } from '../lib/index.ts';
import type { ProviderTokens } from './token-set.ts';

/** Whose tokens, at which provider: the key of a row. */
export interface TokenOwner {
  readonly tenantId: string;
  readonly userId: string;
  readonly target: string;
}

/** Tokens as they are stored. */
export interface SealedTokens {
  readonly tokens: string;
  readonly expiresAt: Date | null;
  readonly renewable: boolean;
}

/** What the ciphertext is bound to: in the row of another person it does not open. */
const aad = ({ tenantId, userId, target }: TokenOwner) => ['provider_tokens', tenantId, userId, target] as const;

/** Encrypts tokens for the row of their owner. */
export const sealTokens = (envelope: Envelope, owner: TokenOwner, tokens: ProviderTokens): SealedTokens => ({
  tokens: envelope.seal(JSON.stringify(tokens), aad(owner)),
  expiresAt: tokens.expiresAt === undefined ? null : new Date(tokens.expiresAt),
  renewable: tokens.refreshToken !== undefined,
});

/** The tokens of a row. Written by {@link sealTokens} and nobody else: the envelope says so. */
export const openTokens = (envelope: Envelope, owner: TokenOwner, sealed: string): ProviderTokens =>
  JSON.parse(envelope.openText(sealed, aad(owner))) as ProviderTokens;
