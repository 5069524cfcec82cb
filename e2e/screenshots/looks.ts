import type { BrowserContextOptions } from 'playwright-core';

const phone = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } as const;

/** How somebody looks at the pages: each page is shown in each of these. */
export const looks: Readonly<Record<string, BrowserContextOptions>> = {
  light: {},
  dark: { colorScheme: 'dark' },
  phone,
  'phone-dark-zh-TW': { ...phone, viewport: { width: 390, height: 844 }, colorScheme: 'dark', locale: 'zh-TW' },
  'zh-TW': { locale: 'zh-TW' },
  'phone-de': { ...phone, locale: 'de' },
  'forced-colors': { forcedColors: 'active' },
  'right-to-left': {},
};

/** The looks that `LOOKS=light,dark` names; all of them without. */
export const wantedLooks: readonly string[] = process.env['LOOKS']?.split(',') ?? Object.keys(looks);
