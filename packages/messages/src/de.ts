import type { Messages } from './catalogue.ts';
import { common } from './de/common.ts';
import { errors } from './de/errors.ts';
import { mails } from './de/mails.ts';
import { pages } from './de/pages.ts';

/** Every sentence in German. */
export const messages: Messages = { common, errors, pages, mails };
