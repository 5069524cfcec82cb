import type { Envelope, Outbound } from '../lib/index.ts';

/** What the operations over webhooks are put together from. */
export interface WebhookNeeds {
  readonly envelope: Envelope;
  readonly outbound: Outbound;
}
