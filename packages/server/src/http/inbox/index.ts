/**
 * The development server's inbox as people and programs see it.
 *
 * | path | is |
 * |---|---|
 * | `/dev/inbox` | what would have left the house, newest first |
 * | `/dev/inbox/messages?to=…` | the same as JSON, with the code as a member |
 * | `/dev/inbox/messages/<id>` | one mail as its reader would see it, for a frame |
 *
 * Codes open accounts, so none of it is mounted in production, and in development it answers the installation's own
 * address alone: no page of another origin, no other name that leads to this machine.
 */
export { type InboxNeeds, mountInbox } from './mount-inbox.ts';
