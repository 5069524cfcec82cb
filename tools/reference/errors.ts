/** Prevents a problem code that a program has to look up in our sources: the page is the catalogue that the server throws from. */
import { type ErrorSpec, errors, passwordIssues } from '@freehold/contract';

const family = (code: string): string => code.split('.')[0] ?? code;

export function errorsPage(): string {
  const codes = Object.entries<ErrorSpec>(errors);
  const families = [...new Set(codes.map(([code]) => family(code)))];
  const sections = families.map(name => {
    const entries = codes.filter(([code]) => family(code) === name).map(([code, spec]) => errorEntry(code, spec));
    return `## ${name}\n\n${entries.join('\n\n')}`;
  });
  const issues = Object.entries(passwordIssues).map(
    ([code, { title, when }]) => `| \`${code}\` | ${title} | ${when} |`,
  );
  return `# Errors

Every refusal under \`/api\` is \`application/problem+json\` (RFC 9457) with a \`code\` from this list. Programs switch on
\`code\`; \`message\` is for people and is written in the language of \`Accept-Language\`. \`title\` is short English and
never changes for a code. \`type\` is the address of the code's own page on the server, \`/errors/<code>\`.

${sections.join('\n\n')}

## Reasons why a password is refused

Members of the list \`data\` of \`password.rejected\`. They are no codes of their own.

| Code | Title | When |
| --- | --- | --- |
${issues.join('\n')}
`;
}

function errorEntry(code: string, { status, alsoStatus = [], title, when, fix }: ErrorSpec): string {
  const statuses = [status, ...alsoStatus].join(', ');
  return `### ${code}\n\n**${statuses}** ${title}. ${when}\n\nWhat to do: ${fix}`;
}
