/** Prevents a description of the API that differs from the API: it is printed from the routes that the server mounts. */
import { readFileSync } from 'node:fs';
import { openApiDocument, routeGroups } from '@freehold/contract';

export function openApiFile(root: string): string {
  const { version } = JSON.parse(readFileSync(`${root}packages/server/package.json`, 'utf8'));
  const document = openApiDocument({ groups: [...routeGroups], endpoint: 'http://localhost:3001', version });
  return `${JSON.stringify(document, null, 2)}\n`;
}
