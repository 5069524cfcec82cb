import { expect, test } from 'vitest';
import { placeQuery, readPlace } from './list-address.ts';

test('a place goes into the address and comes out of it', () => {
  for (const place of [
    { search: '', page: 1, pageSize: 20 },
    { search: '100 % & more', page: 3, pageSize: 50 },
  ])
    expect(readPlace(`?${placeQuery(place)}`)).toEqual(place);
  expect(placeQuery({ search: '', page: 1, pageSize: 20 })).toBe('');
});

test.each(['?page=0', '?page=-1', '?page=x', '?page=1e3', '?page_size=7', '?page=99999999999'])(
  '%s is the first page',
  query => expect(readPlace(query)).toEqual({ search: '', page: 1, pageSize: 20 }),
);
