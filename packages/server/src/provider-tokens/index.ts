/**
 * Tokens of other providers, with which applications ask those providers' own APIs for a person.
 *
 * Owns `provider_tokens`: one set for each linked identity whose connector has them kept, encrypted and bound to its row.
 * The database removes them with the identity and with the connector. Whose identity is linked is `users/`'s, how a
 * provider is asked `connectors/`'s: who wants fresh tokens hands in the asking.
 */
export { findFreshTokens } from './fresh-tokens.ts';
export { type GivenTokens, saveTokens } from './save-tokens.ts';
export { type ProviderTokens, readTokenResponse, tokensView } from './token-set.ts';
export { forgetTokens, forgetTokensOfConnector } from './tokens.store.ts';
