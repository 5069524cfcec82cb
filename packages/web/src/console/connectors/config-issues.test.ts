import { expect, test } from 'vitest';
import { issuesOf, kindOfIssue } from './config-issues.ts';

test('finds what is wrong where, and nothing in answers of another kind', () => {
  const issues = [{ path: ['auth', 'pass'], message: 'must be sent again' }, { path: ['list', 0], message: 'no' }, 'x'];
  expect(issuesOf({ data: { issues } })).toEqual([
    { path: ['auth', 'pass'], message: 'must be sent again' },
    { path: ['list', '0'], message: 'no' },
  ]);
  for (const data of [undefined, null, 'x', { issues: 'x' }, { connectorId: 'a' }])
    expect(issuesOf({ data })).toEqual([]);
});

test.each([
  ['must be sent again: the address that it goes to has changed', 'moved'],
  ['must be sent: nothing is stored that the mask stands for', 'missing'],
  ['Invalid input: expected string, received undefined', 'missing'],
  ['must be an http(s) URL', 'address'],
  ['must be an https URL without credentials or fragment', 'address'],
  ['must be a name without spaces', 'other'],
])('%s is %s', (message, kind) => {
  expect(kindOfIssue({ path: [], message })).toBe(kind);
});
