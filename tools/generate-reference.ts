/**
 * Prevents: a page of reference that was right when it was written. These are printed from what the product itself
 * works with, committed so that they can be read without running anything, and checked to be fresh.
 */
import { clientOperations } from './reference/client-operations.ts';
import { configurationPage } from './reference/configuration.ts';
import { errorsPage } from './reference/errors.ts';
import { eventsPage } from './reference/events.ts';
import { openApiFile } from './reference/openapi.ts';
import { thirdPartyPage } from './reference/third-party.ts';

/** Every generated file, by its path from the root. */
export const generatedFiles = (root: string): Record<string, string> => ({
  'docs/reference/configuration.md': configurationPage(),
  'docs/reference/errors.md': errorsPage(),
  'docs/reference/events.md': eventsPage(),
  'docs/reference/openapi.json': openApiFile(root),
  'packages/client/src/operations.ts': clientOperations(),
  'THIRD_PARTY.md': thirdPartyPage(root),
});
