import { expect, it } from 'vitest';
import { readUserSearch } from './search-query.ts';

it('finds everybody without a word to search for', () => {
  expect(readUserSearch({})).toEqual({ joint: 'or', conditions: [] });
  expect(readUserSearch({ mode: 'exact', page: '1', other: 'x' })).toEqual({ joint: 'or', conditions: [] });
});

it('looks into the five fields, and prefers what is asked of one of them', () => {
  const { conditions } = readUserSearch({ search: 'a%', 'search.name': 'b', 'mode.name': 'exact' });
  expect(conditions).toEqual([
    { field: 'id', operator: 'ilike', pattern: 'a%' },
    { field: 'primaryEmail', operator: 'ilike', pattern: 'a%' },
    { field: 'primaryPhone', operator: 'ilike', pattern: 'a%' },
    { field: 'username', operator: 'ilike', pattern: 'a%' },
    { field: 'name', operator: 'iexact', pattern: 'b' },
  ]);
});

it('takes several values of a field only where they are compared exactly', () => {
  const query = { 'search.name': ['a', 'b'], isCaseSensitive: 'true' };
  expect(readUserSearch({ ...query, mode: 'exact' }).conditions).toEqual([
    { field: 'name', operator: 'exact', pattern: 'a' },
    { field: 'name', operator: 'exact', pattern: 'b' },
  ]);
  expect(() => readUserSearch(query)).toThrow('request.invalid_input');
});
