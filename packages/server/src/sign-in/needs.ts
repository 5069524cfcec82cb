import type { BreachCheck, PasswordHasher } from '../factors/index.ts';
import type { Envelope, KeyRing } from '../lib/index.ts';
import type { Interactions } from './interactions.ts';

/** What signing in needs from the rest of the house. */
export interface SignInNeeds {
  readonly interactions: Interactions;
  readonly hasher: PasswordHasher;
  /** Asked about new passwords, where the operator has configured it. */
  readonly breachCheck: BreachCheck | undefined;
  /** Names identifiers that nobody has, for the count of failed attempts. */
  readonly keys: KeyRing;
  /** Wraps the key of a new user. */
  readonly envelope: Envelope;
}
