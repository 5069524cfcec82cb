import type { Messages } from './catalogue.ts';
import { common } from './fr/common.ts';
import { errors } from './fr/errors.ts';
import { mails } from './fr/mails.ts';
import { pages } from './fr/pages.ts';

/** Every sentence in French. */
export const messages: Messages = { common, errors, pages, mails };
