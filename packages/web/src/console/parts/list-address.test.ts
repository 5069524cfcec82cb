import { expect, test } from 'vitest';
import { placeQuery, readPlace } from './list-address.ts';

test('a place goes into the address and comes out of it', () => {
  for (const place of [
    { search: '', status: 'all', page: 1, pageSize: 20 },
    { search: '100 % & more', status: 'suspended', page: 3, pageSize: 50 },
  ] as const)
    expect(readPlace(`?${placeQuery(place)}`)).toEqual(place);
  expect(placeQuery({ search: '', status: 'all', page: 1, pageSize: 20 })).toBe('');
});

test.each(['?page=0', '?page=-1', '?page=x', '?page=1e3', '?page_size=7', '?page=99999999999', '?status=dead'])(
  '%s is the first page of all',
  query => expect(readPlace(query)).toEqual({ search: '', status: 'all', page: 1, pageSize: 20 }),
);
