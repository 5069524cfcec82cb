/** Prevents a setting that only its author knows: the page is the table from which the server reads its environment. */
import { settings } from '../../packages/server/src/config.ts';

export function configurationPage(): string {
  const sections = Object.entries(settings).map(
    ([name, { byDefault, prose }]) => `## ${name}\n\n${prose}\n\nDefault: ${byDefault}.`,
  );
  return `# Configuration

Freehold reads its settings from environment variables when it starts. An empty variable counts as absent, and a wrong
value stops the start with one line that names it. What an administrator changes while the product runs (sign-in
methods, field policies, applications) is in the database, and is changed by the Management API.

${sections.join('\n\n')}
`;
}
