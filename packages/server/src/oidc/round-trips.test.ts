/** Prevents the provider from asking the database question by question what one question answers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DatabaseUnavailable } from '../database/database.ts';
import { authorization, createOidcWorld, type OidcWorld, type TestApplication } from '../testing/oidc-world.ts';

let world: OidcWorld;
let web: TestApplication;
beforeAll(async () => {
  world = await createOidcWorld();
  web = await world.createApplication('Traditional');
  await world.signIn(web, await world.createUser());
});
afterAll(() => world.close());

describe('round trips', () => {
  test('a refresh and a user info read once; a refresh writes in one transaction', async () => {
    const signedIn = await world.signIn(web, await world.createUser());
    world.statements.length = 0;
    await world.refresh(web, signedIn.refresh_token);
    expect(world.statements).toEqual(['oidc.read-refresh_tokens', 'BEGIN', 'COMMIT']);
    world.statements.length = 0;
    await world.userinfo(signedIn.access_token);
    expect(world.statements).toEqual(['oidc.read-access_tokens']);
  });

  test('the exchange of a code reads once', async () => {
    const request = authorization(web);
    const location = await world.browser().authorize(request.query, await world.createUser());
    world.statements.length = 0;
    await world.exchange(web, location.searchParams.get('code') ?? '', request.verifier);
    expect(world.statements).toEqual(['oidc.read-authorization_codes', 'BEGIN', 'COMMIT']);
  });
});

describe('a database that is away', () => {
  test('is answered 503, and nothing was issued', async () => {
    const signedIn = await world.signIn(web, await world.createUser());
    const gone = () => {
      throw new DatabaseUnavailable('test');
    };
    const writing = await world.between(
      () => world.refresh(web, signedIn.refresh_token),
      async () => world.failNext(gone),
    );
    expect([writing.status, writing.body.error, writing.body.access_token]).toEqual([
      503,
      'temporarily_unavailable',
      undefined,
    ]);
    world.failNext(gone);
    const reading = await world.refresh(web, signedIn.refresh_token);
    expect([reading.status, reading.body.code]).toEqual([503, 'oidc.temporarily_unavailable']);
    expect((await world.refresh(web, signedIn.refresh_token)).status).toBe(200);
  });

  test('hides what else goes wrong, and logs it', async () => {
    const signedIn = await world.signIn(web, await world.createUser());
    world.failNext(() => {
      throw new Error('column "secret" does not exist');
    });
    const answer = await world.refresh(web, signedIn.refresh_token);
    expect([answer.status, answer.body.error]).toEqual([500, 'server_error']);
    expect(JSON.stringify(answer.body)).not.toContain('column');
    expect(world.logged.some(line => 'err' in line && String(line.err).includes('column'))).toBe(true);
  });
});
