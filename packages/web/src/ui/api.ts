import { createClient } from '@freehold/client';

/**
 * The API of this origin, for calls that need no access token. Refusals come back in the language of the page, which is
 * why it is sent along: the browser's own list may differ from what the reader has just chosen.
 */
export const api = createClient({ endpoint: '', language: () => document.documentElement.lang });
