/** Prevents an event that subscribers wait for in vain: the page is the list that operations emit from. */
import { type EventSpec, securityEvents } from '@freehold/contract';

export function eventsPage(): string {
  const rows = Object.entries<EventSpec>(securityEvents).map(
    ([type, { when, webhook, notice }]) =>
      `| \`${type}\` | ${when} | ${webhook ? `\`${webhook}\`` : '–'} | ${notice ? 'yes' : 'no'} |`,
  );
  return `# Security events

Everything that can happen to an account and is remembered. An event is written in the transaction of the change itself,
so there is never one without the other. Types are named after the OpenID RISC and CAEP event types where those have one.

| Event | When | Webhook | The person is told |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}
