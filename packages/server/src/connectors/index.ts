/**
 * Ways to the world that an administrator configures: mail, text messages, and providers that people sign in with.
 *
 * Owns the port (`port.ts`), the factories that are built in (`factories.ts` is their list), the rows of `connectors` with
 * their encrypted configs, and the Management API over them. It is the only folder that knows a vendor's kit. It knows no
 * user and decides nothing: what is sent, when and in which words is `notifications/`'s, whose identity may be linked is
 * `verification/`'s and `account/`'s.
 */
export { connectorProblem } from './connector-problem.ts';
export type { ConnectorRow } from './connectors.store.ts';
export { factories } from './factories.ts';
export { findSocialByTarget } from './find-social-by-target.ts';
export {
  type ConnectorNeeds,
  closeConnectors,
  type OpenedSender,
  type OpenedSocial,
  openSender,
  openSocial,
} from './open-connector.ts';
export * from './port.ts';
