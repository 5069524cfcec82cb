/** Every section of every language: what no door offers, since nobody needs all of it but tests. */

import { account as deAccount } from '../de/account.ts';
import { consoleWords as deConsole } from '../de/console.ts';
import { account as enAccount } from '../en/account.ts';
import { consoleWords as enConsole } from '../en/console.ts';
import { account as esAccount } from '../es/account.ts';
import { consoleWords as esConsole } from '../es/console.ts';
import { account as frAccount } from '../fr/account.ts';
import { consoleWords as frConsole } from '../fr/console.ts';
import { catalogues, type Locale } from '../index.ts';
import { account as jaAccount } from '../ja/account.ts';
import { consoleWords as jaConsole } from '../ja/console.ts';
import { account as zhCnAccount } from '../zh-cn/account.ts';
import { consoleWords as zhCnConsole } from '../zh-cn/console.ts';
import { account as zhTwAccount } from '../zh-tw/account.ts';
import { consoleWords as zhTwConsole } from '../zh-tw/console.ts';

/** The sentences of one language by section and key. */
export type Sections = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const everything: Readonly<Record<Locale, Sections>> = {
  en: { ...catalogues.en, account: enAccount, console: enConsole },
  de: { ...catalogues.de, account: deAccount, console: deConsole },
  es: { ...catalogues.es, account: esAccount, console: esConsole },
  fr: { ...catalogues.fr, account: frAccount, console: frConsole },
  ja: { ...catalogues.ja, account: jaAccount, console: jaConsole },
  'zh-CN': { ...catalogues['zh-CN'], account: zhCnAccount, console: zhCnConsole },
  'zh-TW': { ...catalogues['zh-TW'], account: zhTwAccount, console: zhTwConsole },
};
