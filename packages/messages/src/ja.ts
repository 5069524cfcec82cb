import type { Messages } from './catalogue.ts';
import { errors } from './ja/errors.ts';
import { mails } from './ja/mails.ts';
import { pages } from './ja/pages.ts';

/** Every sentence in Japanese. */
export const messages: Messages = { errors, pages, mails };
