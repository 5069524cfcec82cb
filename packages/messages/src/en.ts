import type { Messages } from './catalogue.ts';
import { common } from './en/common.ts';
import { errors } from './en/errors.ts';
import { mails } from './en/mails.ts';
import { pages } from './en/pages.ts';

/** Every sentence in English. */
export const messages: Messages = { common, errors, pages, mails };
