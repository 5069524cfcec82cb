import type { Envelope } from '../lib/index.ts';
import type { ManagementContext } from '../operation/index.ts';
import type { OpenedSender } from './open-connector.ts';
import type { ConnectorTools, EmailConnector, SmsConnector, SocialSession } from './port.ts';

/** A sender of either type. */
export type AnySender =
  | ({ readonly channel: 'email' } & OpenedSender<EmailConnector>)
  | ({ readonly channel: 'phone' } & OpenedSender<SmsConnector>);

/** What the Management API over connectors takes, beside each operation's context. */
export interface ManagementNeeds extends Omit<ConnectorTools, 'tenantId'> {
  readonly envelope: Envelope;
  /**
   * Sends a test message through a sender that is not the tenant's yet, in words of `notifications/`.
   * @throws Problem `connector.*`
   */
  readonly sendTest: (
    context: ManagementContext,
    sender: AnySender,
    message: { readonly to: string; readonly locale: string | undefined },
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
