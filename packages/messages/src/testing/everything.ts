/** Every section of every language: what no door offers, since nobody needs all of it but tests. */

import { account as deAccount } from '../de/account.ts';
import { common as deCommon } from '../de/common.ts';
import { consoleWords as deConsole } from '../de/console.ts';
import { account as enAccount } from '../en/account.ts';
import { common as enCommon } from '../en/common.ts';
import { consoleWords as enConsole } from '../en/console.ts';
import { account as esAccount } from '../es/account.ts';
import { common as esCommon } from '../es/common.ts';
import { consoleWords as esConsole } from '../es/console.ts';
import { account as frAccount } from '../fr/account.ts';
import { common as frCommon } from '../fr/common.ts';
import { consoleWords as frConsole } from '../fr/console.ts';
import { catalogues, type Locale } from '../index.ts';
import { account as jaAccount } from '../ja/account.ts';
import { common as jaCommon } from '../ja/common.ts';
import { consoleWords as jaConsole } from '../ja/console.ts';
import { account as zhCnAccount } from '../zh-cn/account.ts';
import { common as zhCnCommon } from '../zh-cn/common.ts';
import { consoleWords as zhCnConsole } from '../zh-cn/console.ts';
import { account as zhTwAccount } from '../zh-tw/account.ts';
import { common as zhTwCommon } from '../zh-tw/common.ts';
import { consoleWords as zhTwConsole } from '../zh-tw/console.ts';

/** The sentences of one language by section and key. */
export type Sections = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const everything: Readonly<Record<Locale, Sections>> = {
  en: { ...catalogues.en, common: enCommon, account: enAccount, console: enConsole },
  de: { ...catalogues.de, common: deCommon, account: deAccount, console: deConsole },
  es: { ...catalogues.es, common: esCommon, account: esAccount, console: esConsole },
  fr: { ...catalogues.fr, common: frCommon, account: frAccount, console: frConsole },
  ja: { ...catalogues.ja, common: jaCommon, account: jaAccount, console: jaConsole },
  'zh-CN': { ...catalogues['zh-CN'], common: zhCnCommon, account: zhCnAccount, console: zhCnConsole },
  'zh-TW': { ...catalogues['zh-TW'], common: zhTwCommon, account: zhTwAccount, console: zhTwConsole },
};
