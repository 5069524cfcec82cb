/**
 * Small tools that know nothing of the product: time, random identifiers, hashes, encryption at rest, a bounded queue,
 * addresses of clients, requests to the outside.
 *
 * - `clock` the time as an argument · `ids` random and time-ordered identifiers, secrets
 * - `hash`, `keyed-hash`, `timing-safe` for values that are compared · `key-ring`, `envelope` for values that are read
 * - `hide-texts` for what may say secrets back · `masked` addresses for those who know them
 * - `semaphore` so much at once, so much waiting, the rest refused · `ip` one spelling for one client
 * - `outbound` requests to addresses that somebody else has chosen · `back-off` when to try again
 *
 * It does not hash passwords (`factors/`), knows no user, tenant or token, keeps no rows, and imports Node and little else.
 * Every folder may use it.
 */
export { backOff } from './back-off.ts';
export { type Clock, createTestClock, systemClock, type TestClock } from './clock.ts';
export {
  type Aad,
  createEnvelope,
  DecryptionError,
  type Envelope,
  openWithDataKey,
  sealWithDataKey,
} from './envelope.ts';
export { sha256 } from './hash.ts';
export { hideTexts } from './hide-texts.ts';
export { leastTimeOrderedId, newId, newRecordId, newSecret, newTimeOrderedId, newUserId } from './ids.ts';
export { addressRateLimitKey, canonicalAddress } from './ip.ts';
export { createKeyRing, type KeyRing, type RingKey } from './key-ring.ts';
export { type KeyedHash, keyedHash, keyedHashBy } from './keyed-hash.ts';
export { maskedEmail, maskedPhone } from './masked.ts';
export { createOutbound, isAllowEntry, type Outbound, OutboundError, type OutboundRequest } from './outbound.ts';
export { createSemaphore, QueueFull, type Semaphore, type SemaphoreOptions } from './semaphore.ts';
export { equalsInConstantTime } from './timing-safe.ts';
