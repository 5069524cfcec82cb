import { beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  const people = [
    { username: 'alice', primaryEmail: 'alice@one.test', name: 'Alice Ä%_' },
    { username: 'bob_1', primaryEmail: 'Bob@two.test', name: 'Bob' },
    { username: 'bobX1', primaryPhone: '447911123456', name: null },
    { username: 'Carol', name: "O'Carol \\ x" },
  ];
  for (const person of people) {
    const answer = await app.management('POST', '/api/users', person);
    expect(answer.status).toBe(200);
    if (person.username === 'bob_1')
      await app.management('PATCH', `/api/users/${answer.body.id}/is-suspended`, { isSuspended: true });
    app.clock.advance(1000);
  }
  const other = await createTestApp();
  await other.management('POST', '/api/users', { username: 'alice', name: 'Bob' });
});

const list = (query: string) => app.management('GET', `/api/users${query}`);
const names = async (query: string) => {
  const answer = await list(query);
  expect(answer.status).toBe(200);
  const found = answer.body.map(({ username }: { username: string }) => username);
  expect(answer.headers['total-number']).toBe(String(found.length));
  return found;
};

describe('listing users', () => {
  it('lists those of the tenant, newest first', async () => {
    expect(await names('')).toEqual(['Carol', 'bobX1', 'bob_1', 'alice']);
  });

  it('pages', async () => {
    const answer = await list('?page=2&page_size=3');
    expect(answer.body.map(({ username }: { username: string }) => username)).toEqual(['alice']);
    expect(answer.headers['total-number']).toBe('4');
    expect(answer.headers['link']).toContain('/api/users?page=1&page_size=3>; rel="first"');
    const beyond = await list('?page=9&page_size=3');
    expect(beyond).toMatchObject({ status: 200, body: [] });
    expect(beyond.headers['total-number']).toBe('4');
    expect(await list('?page_size=101')).toMatchObject({ status: 400, body: { code: 'guard.invalid_pagination' } });
  });

  it('pages a search', async () => {
    const answer = await list('?search.username=bob%25&page=1&page_size=1');
    expect(answer.body).toHaveLength(1);
    expect(answer.headers['total-number']).toBe('2');
    expect(answer.headers['link']).toContain('search.username=bob%25');
  });

  it('pages those of one status, alone and in a search', async () => {
    const first = await list('?isSuspended=false&page=1&page_size=2');
    expect(first.body.map(({ username }: { username: string }) => username)).toEqual(['Carol', 'bobX1']);
    expect(first.headers['total-number']).toBe('3');
    expect(first.headers['link']).toContain('isSuspended=false');
    const second = await list('?isSuspended=false&search=%25%20%25&page=2&page_size=1');
    expect(second.body.map(({ username }: { username: string }) => username)).toEqual(['alice']);
    expect(second.headers['total-number']).toBe('2');
  });

  it.each<[string, string[]]>([
    ['search=%25ALICE%25', ['alice']],
    ['search=bob', ['bob_1']],
    ['search=%25@%25&joint=and', []],
    ['search=%25@%25', ['bob_1', 'alice']],
    ['search=%25@TWO%25&isCaseSensitive=true', []],
    ['search=%252.test', []],
    ['search=%25two.test', ['bob_1']],
    ['search=4479%25', ['bobX1']],
    ['search.username=bob_1', ['bobX1', 'bob_1']],
    ['search.username=bob%5C_1', ['bob_1']],
    ['search.name=%25%5C%25%25', ['alice']],
    ["search.name=%25'%25", ['Carol']],
    ['search.name=%25%5C%5C%25', ['Carol']],
    ['search.username=carol', ['Carol']],
    ['search.username=carol&isCaseSensitive=true', []],
    ['search.username=Carol&isCaseSensitive=true', ['Carol']],
    ['search.username=bob%25&search.primaryEmail=alice%25', ['bobX1', 'bob_1', 'alice']],
    ['search.username=bob%25&search.primaryEmail=%25two.test&joint=and', ['bob_1']],
    ['search.username=bob%25&search.primaryEmail=%25two.test&jointMode=and', ['bob_1']],
    ['search.username=bob%25&search.primaryPhone=1%25&joint=and', []],
    ['search.username=alice&search.username=carol&mode.username=exact', ['Carol', 'alice']],
    ['search.username=ALICE&mode=exact', ['alice']],
    ['search.username=ALICE&mode=exact&isCaseSensitive=true', []],
    ['search.username=bob%25&mode=exact', []],
    ['search.username=(ali|car)%25&mode=similar_to', ['Carol', 'alice']],
    ['search.username=(ali|car)%25&mode=similar_to&isCaseSensitive=true', ['alice']],
    ['search.username=^BOB.1$&mode=posix', ['bobX1', 'bob_1']],
    ['search.username=^BOB.1$&mode=posix&isCaseSensitive=true', []],
    ['search=alice&search.username=bob%25', ['bobX1', 'bob_1']],
    ["search=x'%20OR%20'1'='1", []],
    ['isSuspended=true', ['bob_1']],
    ['isSuspended=false', ['Carol', 'bobX1', 'alice']],
    ['isSuspended=true&search=%25bob_1%25', ['bob_1']],
    ['isSuspended=false&search=%25bob_1%25', ['bobX1']],
    ['isSuspended=true&search=%25carol%25', []],
    ['isSuspended=true&search.username=bob%25', ['bob_1']],
    ['isSuspended=false&search.username=bob%25&search.primaryEmail=alice%25', ['bobX1', 'alice']],
    ['isSuspended=false&search.username=bob%25&search.primaryPhone=4%25&joint=and', ['bobX1']],
  ])('%s', async (query, expected) => {
    expect(await names(`?${query}`)).toEqual(expected);
  });

  it.each([
    'search=',
    'search.username=',
    'search.password=x',
    'search.name.first=x',
    'mode=fuzzy',
    'mode.name=fuzzy',
    'mode.shoes=like',
    'joint=xor',
    'isCaseSensitive=maybe',
    'search=a&search=b',
    'search=a&joint=and&joint=or',
    'search=%5C',
    'search=(&mode=posix',
    'search=[&mode=similar_to',
    `search=${'x'.repeat(257)}`,
  ])('refuses %s', async query => {
    expect(await list(`?${query}`)).toMatchObject({ status: 400, body: { code: 'request.invalid_input' } });
  });

  it.each(['isSuspended=', 'isSuspended=maybe', 'isSuspended=1', 'isSuspended=true&isSuspended=false'])(
    'refuses %s',
    async query => {
      expect(await list(`?${query}`)).toMatchObject({ status: 400, body: { code: 'guard.invalid_input' } });
    },
  );

  it('refuses what the database cannot hold', async () => {
    expect(await list('?search=a%00')).toMatchObject({ status: 400, body: { code: 'guard.invalid_input' } });
  });
});
