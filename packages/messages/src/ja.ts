import type { Messages } from './catalogue.ts';
import { common } from './ja/common.ts';
import { errors } from './ja/errors.ts';
import { mails } from './ja/mails.ts';
import { pages } from './ja/pages.ts';

/** Every sentence in Japanese. */
export const messages: Messages = { common, errors, pages, mails };
