import type { Messages } from './catalogue.ts';
import { common } from './zh-cn/common.ts';
import { errors } from './zh-cn/errors.ts';
import { mails } from './zh-cn/mails.ts';
import { pages } from './zh-cn/pages.ts';

/** Every sentence in Simplified Chinese. */
export const messages: Messages = { common, errors, pages, mails };
