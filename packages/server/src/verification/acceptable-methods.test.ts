import type { SensitiveAction } from '@freehold/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { statement } from '../database/index.ts';
import { createTestApp, type TestApp, type TestToken, type TestUser } from '../testing/create-test-app.ts';

const insert = statement(
  'test.insert-sender',
  `INSERT INTO connectors (tenant_id, id, factory_id, type, config, created_at) VALUES ($1, $2, $2, $2, '', $3)`,
);
const removeAll = statement('test.remove-senders', 'DELETE FROM connectors WHERE tenant_id = $1');

let app: TestApp;
let user: TestUser;
let token: TestToken;

async function begin(development: boolean) {
  app = await createTestApp({ parts: { development } });
  await app.enableAccountCenter();
  user = await app.createUser({ password: null, email: 'ada@example.com', phone: '447911123456' });
  token = await app.signIn(user);
}
beforeEach(() => begin(false));

const sender = (type: 'Email' | 'Sms') => app.database.run(insert, [app.tenant.id, type, app.clock()]);
const remove = (proof?: string) =>
  app.account(token, 'DELETE', '/api/my-account/primary-email', proof === undefined ? {} : { proof });
const strict = () => app.management('PATCH', '/api/account-center/step-up-policy', { preset: 'strict' });

/** What a refusal offers, which the simulation must say, too. */
async function offered(action: SensitiveAction = 'email.remove'): Promise<string[]> {
  const { status, body, headers } = await remove();
  expect(status).toBe(401);
  expect(headers['www-authenticate']).toContain('insufficient_user_authentication');
  const simulated = await app.management('POST', '/api/account-center/step-up-policy/simulate', {
    userId: user.id,
    action,
  });
  expect(simulated.body).toMatchObject({ proofNeeded: true, acceptableMethods: body.data.acceptableMethods });
  return body.data.acceptableMethods;
}
async function proven(type: 'email' | 'phone', value: string): Promise<string> {
  const identifier = { type, value };
  const body = { identifier, action: 'email.remove' };
  const sent = await app.account(token, 'POST', '/api/verifications/verification-code', { body });
  const code = app.messenger.codeTo(value);
  const entered = { identifier, verificationId: sent.body.verificationRecordId, code };
  await app.account(token, 'POST', '/api/verifications/verification-code/verify', { body: entered });
  return sent.body.verificationRecordId;
}

describe('a refusal offers', () => {
  test('a code only where one can be sent', async () => {
    expect(await offered()).toEqual([]);
    await sender('Email');
    expect(await offered()).toEqual(['email']);
    await sender('Sms');
    expect(await offered()).toEqual(['phone', 'email']);
  });

  test('every code in development, where the inbox takes what no connector does', async () => {
    await begin(true);
    expect(await offered()).toEqual(['phone', 'email']);
  });
});

describe('where only the strongest will do', () => {
  test('the weaker one does while nothing can be sent by the stronger', async () => {
    await strict();
    await sender('Email');
    await sender('Sms');
    const weaker = await proven('email', 'ada@example.com');
    expect(await offered()).toEqual(['phone']);
    expect((await remove(weaker)).status).toBe(401);
    await app.database.run(removeAll, [app.tenant.id]);
    await sender('Email');
    expect(await offered()).toEqual(['email']);
    expect((await remove(weaker)).status).toBe(204);
  });

  test('what was proven by the stronger does, whatever can be sent now', async () => {
    await strict();
    await sender('Sms');
    const stronger = await proven('phone', '447911123456');
    await app.database.run(removeAll, [app.tenant.id]);
    await sender('Email');
    expect((await remove(stronger)).status).toBe(204);
  });
});
