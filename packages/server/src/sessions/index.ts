/**
 * Sessions, grants and tokens: one home for what a person's browsers and applications may do in their name.
 *
 * Owns `sessions`, `grants`, `access_tokens`, `refresh_tokens`, `authorization_codes` and `interactions`. Secrets
 * of browsers and applications (cookies, codes, tokens) are stored as SHA-256 only. `principal.store.ts` is the
 * hot read that judges an access token; `end-sessions.ts` ends sessions with everything that hangs on them;
 * `sweep.ts` removes what has expired.
 *
 * The protocol is `oidc/`'s: it issues and rotates through the stores of this folder. Who may end what is
 * decided by the operations of `account/` and `users/`.
 */
export { endAllSessions, endOtherSessions, endSession, type OwnSession } from './end-sessions.ts';
export * from './grants.store.ts';
export * from './interactions.store.ts';
export { findPrincipal, type PrincipalRow, tokenIsGood } from './principal.store.ts';
export * from './sessions.store.ts';
export { startSweeping, sweep } from './sweep.ts';
export * from './tokens.store.ts';
