/**
 * Ways to the world that an administrator configures: mail, text messages, and providers that people sign in with.
 *
 * Owns the port (`port.ts`), the factories that are built in (`factories.ts` is their list), the rows of `connectors` with
 * their encrypted configs, and the Management API over them. It is the only folder that knows a vendor's kit. It knows no
 * user and decides nothing: what is sent, when and in which words is `notifications/`'s, whose identity may be linked is
 * `verification/`'s and `account/`'s.
 */
import type { connectorRoutes } from '@freehold/contract';
import type { Handlers } from '../operation/index.ts';
import { createConnector } from './create-connector.ts';
import { createConnectorAuthorizationUri } from './create-connector-authorization-uri.ts';
import { deleteConnector } from './delete-connector.ts';
import { getConnector } from './get-connector.ts';
import { getConnectorFactory } from './get-connector-factory.ts';
import { listConnectorFactories } from './list-connector-factories.ts';
import { listConnectors } from './list-connectors.ts';
import type { ManagementNeeds } from './management-needs.ts';
import { testConnector } from './test-connector.ts';
import { updateConnector } from './update-connector.ts';

export { connectorProblem } from './connector-problem.ts';
export type { ConnectorRow } from './connectors.store.ts';
export { createInbox, type Inbox, type InboxMessage } from './development/index.ts';
export { findSocialTarget } from './find-social-target.ts';
export { listSocialChoices } from './list-social-choices.ts';
export type { ManagementNeeds } from './management-needs.ts';
export {
  type ConnectorNeeds,
  closeConnectors,
  type OpenedSender,
  openSender,
  type TriedSenders,
} from './open-connector.ts';
export * from './port.ts';
export { providerName } from './provider-name.ts';
export { renewTokens } from './renew-tokens.ts';
export { identifyForService } from './service-authorization.ts';
export {
  finishSocial,
  type SocialCallback,
  type SocialIdentity,
  type SocialNeeds,
  startSocial,
} from './social-steps.ts';

/** The operations of {@link connectorRoutes}. */
export const connectorHandlers = (needs: ManagementNeeds) =>
  ({
    listConnectors: listConnectors(needs),
    createConnector: createConnector(needs),
    getConnector: getConnector(needs),
    updateConnector: updateConnector(needs),
    deleteConnector: deleteConnector(needs),
    listConnectorFactories: listConnectorFactories(needs),
    getConnectorFactory: getConnectorFactory(needs),
    testConnector: testConnector(needs),
    createConnectorAuthorizationUri: createConnectorAuthorizationUri(needs),
  }) satisfies Handlers<typeof connectorRoutes>;
