/**
 * Subscriptions to events: which events, to which URL, signed with which key; their delivery from the outbox, its retries
 * and its log. What happened is `events/`'; this folder only tells it.
 */
