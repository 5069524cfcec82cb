/** Every section of every language: what no door offers, since nobody needs all of it but tests. */

import { account as deAccount } from '../de/account.ts';
import { connectorForms as deForms } from '../de/console/connector-forms.ts';
import { connectorGuides as deGuides } from '../de/console/connector-guides.ts';
import { consoleWords as deConsole } from '../de/console.ts';
import { account as enAccount } from '../en/account.ts';
import { connectorForms as enForms } from '../en/console/connector-forms.ts';
import { connectorGuides as enGuides } from '../en/console/connector-guides.ts';
import { consoleWords as enConsole } from '../en/console.ts';
import { account as esAccount } from '../es/account.ts';
import { connectorForms as esForms } from '../es/console/connector-forms.ts';
import { connectorGuides as esGuides } from '../es/console/connector-guides.ts';
import { consoleWords as esConsole } from '../es/console.ts';
import { account as frAccount } from '../fr/account.ts';
import { connectorForms as frForms } from '../fr/console/connector-forms.ts';
import { connectorGuides as frGuides } from '../fr/console/connector-guides.ts';
import { consoleWords as frConsole } from '../fr/console.ts';
import { catalogues, type Locale } from '../index.ts';
import { account as jaAccount } from '../ja/account.ts';
import { connectorForms as jaForms } from '../ja/console/connector-forms.ts';
import { connectorGuides as jaGuides } from '../ja/console/connector-guides.ts';
import { consoleWords as jaConsole } from '../ja/console.ts';
import { account as zhCnAccount } from '../zh-cn/account.ts';
import { connectorForms as zhCnForms } from '../zh-cn/console/connector-forms.ts';
import { connectorGuides as zhCnGuides } from '../zh-cn/console/connector-guides.ts';
import { consoleWords as zhCnConsole } from '../zh-cn/console.ts';
import { account as zhTwAccount } from '../zh-tw/account.ts';
import { connectorForms as zhTwForms } from '../zh-tw/console/connector-forms.ts';
import { connectorGuides as zhTwGuides } from '../zh-tw/console/connector-guides.ts';
import { consoleWords as zhTwConsole } from '../zh-tw/console.ts';

/** The sentences of one language by section and key. */
export type Sections = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const everything: Readonly<Record<Locale, Sections>> = {
  en: { ...catalogues.en, account: enAccount, console: enConsole, connectorForms: enForms, connectorGuides: enGuides },
  de: { ...catalogues.de, account: deAccount, console: deConsole, connectorForms: deForms, connectorGuides: deGuides },
  es: { ...catalogues.es, account: esAccount, console: esConsole, connectorForms: esForms, connectorGuides: esGuides },
  fr: { ...catalogues.fr, account: frAccount, console: frConsole, connectorForms: frForms, connectorGuides: frGuides },
  ja: { ...catalogues.ja, account: jaAccount, console: jaConsole, connectorForms: jaForms, connectorGuides: jaGuides },
  'zh-CN': {
    ...catalogues['zh-CN'],
    account: zhCnAccount,
    console: zhCnConsole,
    connectorForms: zhCnForms,
    connectorGuides: zhCnGuides,
  },
  'zh-TW': {
    ...catalogues['zh-TW'],
    account: zhTwAccount,
    console: zhTwConsole,
    connectorForms: zhTwForms,
    connectorGuides: zhTwGuides,
  },
};
