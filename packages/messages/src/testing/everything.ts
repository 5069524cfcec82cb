/** Every section of every language: what no door offers, since nobody needs all of it but tests. */
import { catalogues, type Locale, locales } from '../index.ts';

/** The sentences of one language by section and key. */
export type Sections = Readonly<Record<string, Readonly<Record<string, string>>>>;

const browserSections = { common: 'common', account: 'account', console: 'consoleWords' } as const;

async function sectionsOf(locale: Locale): Promise<Sections> {
  const more = await Promise.all(
    Object.entries(browserSections).map(async ([section, name]) => {
      const module = await import(`../${locale.toLowerCase()}/${section}.ts`);
      return [section, module[name]] as const;
    }),
  );
  return { ...catalogues[locale], ...Object.fromEntries(more) } as Sections;
}

export const everything = Object.fromEntries(
  await Promise.all(locales.map(async locale => [locale, await sectionsOf(locale)])),
) as Record<Locale, Sections>;
