/** Whoever can write into the database, but has not the installation's key, turns no proof into another. */
import { expect, test } from 'vitest';
import { statement } from '../database/index.ts';
import { createTestApp, type TestToken } from '../testing/create-test-app.ts';
import { createMockConnector, proveMock } from '../testing/social-world.ts';

const swap = statement(
  'test-swapped-proof.swap',
  `UPDATE verification_records SET data = (SELECT data FROM verification_records WHERE tenant_id = $1 AND id = $3)
   WHERE tenant_id = $1 AND id = $2`,
);

test('an identity that was proven in one record is none in another', async () => {
  const app = await createTestApp();
  await app.enableAccountCenter();
  const mock = await createMockConnector(app);
  const [attacker, victim] = await Promise.all([app.createUser(), app.createUser()]);
  const mine = await app.signIn(attacker);
  const record = await proveMock(app, mine, mock, { userId: 'attacker-at-mock' });
  const theirs = await proveMock(app, await app.signIn(victim), mock, { userId: 'victim-at-mock' });
  const link = async (token: TestToken, id: string) =>
    app.account(token, 'POST', '/api/my-account/identities', {
      proof: await app.prove(token, attacker),
      body: { newIdentifierVerificationRecordId: id },
    });
  await app.database.run(swap, [app.tenant.id, record, theirs]);
  const answer = await link(mine, record);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(JSON.stringify(answer.body)).not.toContain('victim-at-mock');
  const { body } = await app.account(mine, 'GET', '/api/my-account');
  expect(body.identities).toEqual({});

  const again = await proveMock(app, mine, mock, { userId: 'attacker-at-mock' });
  expect((await link(mine, again)).status).toBe(204);
});
