/**
 * What sends messages while a product is being developed: nothing leaves the house, everything can be looked at.
 *
 * Owns the inbox, which lives in memory, and the kinds of connectors that put messages into it. None of it exists in
 * production: there is no inbox then, and the list of factories leaves these out.
 */
export { createInbox, INBOX_SIZE, type Inbox, type InboxMessage } from './inbox.ts';
export { mockEmailService, mockEmailServiceAlternative, mockShortMessageService } from './mock-senders.ts';
