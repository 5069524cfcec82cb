/** What happens to an exchange while it is under way: between its reading of everything and its writing of anything. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newSecret, sha256 } from '../lib/index.ts';
import { suspendUser } from '../testing/oidc-world.store.ts';
import { createOidcWorld, type OidcWorld, type TestApplication } from '../testing/oidc-world.ts';
import { insertSubjectToken } from './subject-tokens.store.ts';

let world: OidcWorld;
let desk: TestApplication;
beforeAll(async () => {
  world = await createOidcWorld();
  desk = await world.createApplication('Traditional', { custom: { allowTokenExchange: true } });
});
afterAll(() => world.close());

async function subjectToken(userId: string): Promise<string> {
  const token = `sub_${newSecret(43)}`;
  const now = world.clock();
  const row = { user_id: userId, creator_kind: 'application', creator_id: 'x', created_at: now } as const;
  const expires_at = new Date(now.getTime() + 600_000);
  await world.database.transaction(tx => insertSubjectToken(tx, world.tenantId, sha256(token), { ...row, expires_at }));
  return token;
}

const exchange = (token: string) =>
  world.token(desk, {
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: token,
    subject_token_type: 'urn:logto:token-type:impersonation_token',
    scope: 'openid',
  });

const rights = async () => [await world.count('grants'), await world.count('access_tokens')];

describe('an exchange is refused and leaves nothing behind', () => {
  async function overtake(meanwhile: (userId: string, token: string) => Promise<unknown>) {
    const user = await world.createUser();
    const token = await subjectToken(user);
    const answer = await world.between(
      () => exchange(token),
      () => meanwhile(user, token),
    );
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_grant', code: 'oidc.invalid_grant' } });
    return (await world.events(user)).map(({ type }) => type);
  }

  test('when its user is suspended meanwhile', async () => {
    const before = await rights();
    const events = await overtake(user => suspendUser(world.database, world.tenantId, user));
    expect([await rights(), events]).toEqual([before, []]);
  });

  test('when another exchange is faster', async () => {
    const [grants = 0, tokens = 0] = await rights();
    const events = await overtake((_, token) => exchange(token));
    expect([await rights(), events]).toEqual([[grants + 1, tokens + 1], ['impersonation-started']]);
  });
});

test('an exchange of somebody who has been suspended is refused before anything is written', async () => {
  const user = await world.createUser();
  const token = await subjectToken(user);
  await suspendUser(world.database, world.tenantId, user);
  world.statements.length = 0;
  expect(await exchange(token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  expect(world.statements).not.toContain('BEGIN');
});
