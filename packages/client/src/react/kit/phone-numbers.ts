import { useEffect, useState } from 'react';

/** A country as people choose it. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly name: string;
  /** Its calling code, without the plus sign. */
  readonly calling: string;
}

/** What is known of the world's phone numbers. */
export interface PhoneNumbers {
  /** Every country that has numbers, in the order of the language. */
  countries(locale: string): readonly Country[];
  /** Reads a number that was typed any way; undefined when there is no such number. */
  read(typed: string, country: string): { readonly digits: string; readonly country: string } | undefined;
  /** Digits with country code as people read them: `+886 912 345 678`. */
  show(digits: string): string;
}

let loading: Promise<PhoneNumbers> | undefined;

/** Loads what is known of phone numbers: a part of its own, since most pages show none. What failed is tried again. */
export function loadPhoneNumbers(): Promise<PhoneNumbers> {
  loading ??= load().catch(error => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<PhoneNumbers> {
  const { getCountries, getCountryCallingCode, parsePhoneNumberFromString } = await import('libphonenumber-js');
  return {
    countries(locale) {
      const names = new Intl.DisplayNames(locale, { type: 'region' });
      const { compare } = new Intl.Collator(locale);
      return getCountries()
        .map(code => ({ code, name: names.of(code) ?? code, calling: getCountryCallingCode(code) }))
        .sort((a, b) => compare(a.name, b.name));
    },
    read(typed, country) {
      const value = typed.normalize('NFKC').trim().replace(/^00/, '+');
      const defaultCountry = getCountries().find(code => code === country);
      const number = parsePhoneNumberFromString(value, { ...(defaultCountry && { defaultCountry }), extract: false });
      return number?.isValid() ? { digits: number.number.slice(1), country: number.country ?? country } : undefined;
    },
    show: digits => parsePhoneNumberFromString(`+${digits}`)?.formatInternational() ?? `+${digits}`,
  };
}

/** What is known of phone numbers, once it is there. */
export function usePhoneNumbers(): PhoneNumbers | undefined {
  const [numbers, setNumbers] = useState<PhoneNumbers>();
  useEffect(() => {
    let gone = false;
    loadPhoneNumbers().then(
      loaded => gone || setNumbers(loaded),
      // Without it numbers are shown as plain digits and have to be typed with their country code.
      () => {},
    );
    return () => {
      gone = true;
    };
  }, []);
  return numbers;
}

/** The country whose numbers somebody most likely types: that of the browser's language, else that of the page's. */
export function likelyCountry(locale: string, languages: readonly string[]): string {
  const regions = [...languages, locale].map(tag => new Intl.Locale(tag).region);
  return regions.find(region => region !== undefined) ?? new Intl.Locale(locale).maximize().region ?? 'US';
}
