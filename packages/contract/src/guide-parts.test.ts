import { expect, test } from 'vitest';
import { guideParts } from './guide-parts.ts';

test('a guide is taken apart into what is said and what is typed', () => {
  const guide = `# A mail server

Sends mail, and
nothing else.

1. \`host\` and \`port\`: 465
   with \`secure\`.
2. \`from\`

\`\`\`json
{ "a": 1 }
\`\`\`
- Done.
`;
  expect(guideParts(guide)).toEqual([
    { before: '', text: 'Sends mail, and nothing else.', code: [] },
    { before: '\n\n1. ', text: '{1} and {2}: 465 with {3}.', code: ['host', 'port', 'secure'] },
    { before: '\n2. ', text: '{1}', code: ['from'] },
    { before: '\n\n', text: '{1}', code: ['{ "a": 1 }'] },
    { before: '\n- ', text: 'Done.', code: [] },
  ]);
  expect(guideParts('# Alone\n')).toEqual([{ before: '', text: '', code: [] }]);
});
