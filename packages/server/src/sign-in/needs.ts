import type { SocialNeeds } from '../connectors/index.ts';
import type { BreachCheck, PasswordHasher } from '../factors/index.ts';
import type { WaysIn } from '../sign-in-experience/index.ts';
import type { CodeNeeds } from '../verification/index.ts';
import type { Interactions } from './interactions.ts';

/**
 * What signing in needs from the rest of the house. `keys` hash codes and name those whose wrong tries are counted;
 * `envelope` wraps the key of a new user and seals who came back from a provider.
 */
export interface SignInNeeds extends CodeNeeds, SocialNeeds, Pick<WaysIn, 'findSenders'> {
  readonly interactions: Interactions;
  readonly hasher: PasswordHasher;
  /** Asked about new passwords, where the operator has configured it. */
  readonly breachCheck: BreachCheck | undefined;
  /** Is told of messages that nobody waits for. */
  readonly log: { warn(facts: object, sentence: string): void };
}
