/**
 * The OpenID provider: the only folder that knows the protocol engine (`oidc-provider`).
 *
 * One engine a tenant, made from its endpoint and keys (`provider.ts`). The engine decides what the protocol
 * says; this folder gives it clients, users and APIs out of the database, and a storage that reads with joins
 * and writes everything of one request in one transaction before the answer leaves (`request-state.ts`,
 * `flush.ts`): a code or refresh token is used up only by a request that succeeds, of two that race one is
 * overtaken, and a revocation is written even when its request fails. How long tokens live and when they
 * rotate is `token-policy.ts`; what is said about a user `claims.ts`.
 *
 * Who somebody is, is decided by `sign-in/`, which finishes authorization requests through its port
 * `Interactions` (`interactions.ts`). Sessions and tokens themselves are rows of `sessions/`; ending them is
 * done there.
 */
export { builtInClientIds } from './clients.ts';
export { createOidc, type Oidc, type OidcNeeds } from './create-oidc.ts';
export type { RequestSource } from './settle.ts';
