import type { Envelope } from '../lib/index.ts';
import type { ManagementContext } from '../operation/index.ts';
import type { TriedSenders } from './open-connector.ts';
import type { ConnectorTools } from './port.ts';

/** What the Management API over connectors takes, beside each operation's context. */
export interface ManagementNeeds extends Omit<ConnectorTools, 'tenantId'> {
  readonly envelope: Envelope;
  /**
   * Sends a test message through a sender that is not the tenant's yet, in words of `notifications/`.
   * @throws Problem `connector.*`
   */
  readonly sendTest: (
    context: ManagementContext,
    tried: TriedSenders,
    message: { readonly channel: 'email' | 'phone'; readonly to: string; readonly locale: string | undefined },
  ) => Promise<void>;
}
