import type { Messages } from './catalogue.ts';
import { errors } from './fr/errors.ts';
import { pages } from './fr/pages.ts';

/** Every sentence in French. */
export const messages: Messages = { errors, pages };
