import type { Envelope } from '../lib/index.ts';
import type { ManagementContext } from '../operation/index.ts';
import type { TriedSenders } from './open-connector.ts';
import type { ConnectorTools, SocialSession } from './port.ts';

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
  /** Remembers the beginning of a way to a provider until its callback comes back. */
  readonly keepAuthorization: (
    context: ManagementContext,
    beginning: {
      /** Id of the connector's row. */
      readonly connectorId: string;
      readonly state: string;
      readonly redirectUri: string;
      readonly jti: string;
      readonly session: SocialSession;
    },
  ) => Promise<void>;
}
