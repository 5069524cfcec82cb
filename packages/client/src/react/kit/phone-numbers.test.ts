import { describe, expect, it } from 'vitest';
import { likelyCountry, loadPhoneNumbers } from './phone-numbers.ts';

describe('phone numbers', () => {
  it.each([
    ['0912 345 678', 'TW', '886912345678'],
    ['０９１２－３４５－６７８', 'TW', '886912345678'],
    ['+886 (0)912 345 678', 'DE', '886912345678'],
    ['00886912345678', 'DE', '886912345678'],
    ['(415) 555-2671', 'US', '14155552671'],
    ['+49 30 901820', 'TW', '4930901820'],
    ['12', 'TW', undefined],
    ['my number is 0912345678', 'TW', undefined],
    ['', 'TW', undefined],
  ])('%j in %s', async (typed, country, digits) => {
    expect((await loadPhoneNumbers()).read(typed, country)?.digits).toBe(digits);
  });

  it('says which country a number with its code belongs to', async () => {
    expect((await loadPhoneNumbers()).read('+81 90 1234 5678', 'TW')?.country).toBe('JP');
  });

  it('shows them as people read them, and what it does not know as it is', async () => {
    const { show } = await loadPhoneNumbers();
    expect(show('886912345678')).toBe('+886 912 345 678');
    expect(show('999')).toBe('+999');
  });

  it('names countries in the language, in its order', async () => {
    const countries = (await loadPhoneNumbers()).countries('zh-TW');
    expect(countries.find(({ code }) => code === 'TW')).toEqual({ code: 'TW', name: '台灣', calling: '886' });
  });

  it.each([
    ['zh-TW', ['en-GB', 'en'], 'GB'],
    ['zh-TW', ['zh'], 'TW'],
    ['de', ['de'], 'DE'],
    ['en', [], 'US'],
  ])('guesses the country of %s with %j', (locale, languages, country) => {
    expect(likelyCountry(locale, languages)).toBe(country);
  });
});
