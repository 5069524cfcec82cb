import type { AccountView } from '../account-store.ts';

/** The providers whose accounts are linked, by name, as a list in words. */
export function linkedNames({ account, experience }: AccountView, locale: string): string {
  const names = Object.keys(account.identities ?? {}).map(target => {
    const name = experience.socialConnectors.find(one => one.target === target)?.name;
    return name?.[locale] ?? name?.['en'] ?? target;
  });
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}
