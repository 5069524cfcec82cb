import type { Messages } from './catalogue.ts';
import { common } from './es/common.ts';
import { errors } from './es/errors.ts';
import { mails } from './es/mails.ts';
import { pages } from './es/pages.ts';

/** Every sentence in Spanish. */
export const messages: Messages = { common, errors, pages, mails };
