/** Something to choose, and how it is called. */
export interface Choice {
  readonly value: string;
  readonly name: string;
}

let zones: readonly Choice[] | undefined;

/** The time zones that this browser knows; none where it does not tell. */
export function zoneChoices(): readonly Choice[] {
  zones ??= (Intl.supportedValuesOf?.('timeZone') ?? []).map(value => ({ value, name: value.replaceAll('_', ' ') }));
  return zones;
}

// Languages that many people read on the web; any other stays as the account has it.
const tags =
  'ar bg bn ca cs da de el en en-GB en-US es es-419 et fa fi fr fr-CA he hi hr hu id it ja ko lt lv ms nb nl pl pt pt-BR ro ru sk sl sr sv ta th tr uk ur vi zh-CN zh-HK zh-TW'.split(
    ' ',
  );

/** The name of a language in another one; what is no language as it is. */
export function languageName(tag: string, locale: string): string {
  if (tag === '') return '';
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Languages to choose from, sorted as the reader's own sorts them. */
export function languageChoices(locale: string): readonly Choice[] {
  return tags
    .map(value => ({ value, name: languageName(value, locale) }))
    .sort((one, other) => new Intl.Collator(locale).compare(one.name, other.name));
}
