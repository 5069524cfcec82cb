import type { Messages } from './catalogue.ts';
import { errors } from './de/errors.ts';
import { mails } from './de/mails.ts';
import { pages } from './de/pages.ts';

/** Every sentence in German. */
export const messages: Messages = { errors, pages, mails };
