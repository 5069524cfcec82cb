/**
 * Messages to people: codes that they asked for, and notices of what happened to their account.
 *
 * Owns the templates (the tenant's, the connector's, the shipped ones), their languages, and the delivery of notices from
 * the outbox. How a message travels is `connectors/`', what a code is worth is `verification/`'s.
 */
export { createMessenger, type MessengerNeeds } from './create-messenger.ts';
export type { Message, MessageContext, MessageUser, Messenger } from './messenger.ts';
