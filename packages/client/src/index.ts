/**
 * The API of Freehold as methods, for browsers and Node.
 *
 * Types come from the contract and vanish when this is compiled; at run time there is `fetch`, a table of paths that is
 * printed from the contract (`operations.ts`, by `npm run generate`), and nothing else: no validator, no dependency. Signing
 * in, keeping tokens and refreshing them is the business of an OpenID Connect client, not of this one.
 */
export { type ClientOptions, createClient } from './create-client.ts';
export { FreeholdError, OutcomeUnknown } from './errors.ts';
export type { Client, ClientAnswer, ClientRequest } from './request-types.ts';
