import type { Messages } from './catalogue.ts';
import { common } from './zh-tw/common.ts';
import { errors } from './zh-tw/errors.ts';
import { mails } from './zh-tw/mails.ts';
import { pages } from './zh-tw/pages.ts';

/** Every sentence in Traditional Chinese, as written in Taiwan. */
export const messages: Messages = { common, errors, pages, mails };
