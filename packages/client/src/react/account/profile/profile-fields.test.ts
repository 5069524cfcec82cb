import { accountProfileFields } from '@freehold/contract';
import { describe, expect, test } from 'vitest';
import { addressOrder, addressParts, profileCards, profileTexts } from './profile-fields.ts';

const named = (...names: string[]) => profileCards({ profileFields: names.map(name => ({ name })) }, 'en');

// A list of our own: the contract's would bring its validators into the browsers of those who use an application.
test('there is a card for everything that an administrator can name', () => {
  expect(['name', 'avatar', ...profileTexts, 'address']).toEqual(accountProfileFields);
});

describe('the cards of a profile', () => {
  test('are all there where the administrator names no order', () => {
    const cards = profileCards({ profileFields: null }, 'en');
    expect(cards.map(({ card }) => card)).toEqual(['avatar', 'name', 'details', 'address']);
    const details = cards.find(one => one.card === 'details');
    expect([...(details?.card === 'details' ? details.fields : [])].sort()).toEqual([...profileTexts].sort());
  });

  test.each([
    ['en', ['givenName', 'middleName', 'familyName']],
    ['de', ['givenName', 'middleName', 'familyName']],
    ['ja', ['familyName', 'givenName', 'middleName']],
    ['zh-TW', ['familyName', 'givenName', 'middleName']],
  ])('%s: put the names in the order of the language', (locale, names) => {
    const details = profileCards({ profileFields: null }, locale).find(one => one.card === 'details');
    expect(details?.card === 'details' && details.fields.slice(0, 3)).toEqual(names);
  });

  test('follow the administrator’s order, with one form for what is text', () => {
    expect(named('nickname', 'address', 'name', 'birthdate')).toEqual([
      { card: 'details', fields: ['nickname', 'birthdate'] },
      { card: 'address' },
      { card: 'name' },
    ]);
  });

  test('are those that are named, each once; unknown names are nothing', () => {
    expect(named('name', 'name', 'shoeSize', 'avatar')).toEqual([{ card: 'name' }, { card: 'avatar' }]);
    expect(named()).toEqual([]);
  });
});

test.each(['en', 'de', 'ja', 'zh-TW', 'fr', 'es', 'ar'])('%s: an address has each of its parts once', locale => {
  expect([...addressOrder(locale), 'formatted'].sort()).toEqual([...addressParts].sort());
});
