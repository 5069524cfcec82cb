import { expect, test } from 'vitest';
import { createOutbound } from '../lib/index.ts';
import { createTestApp } from '../testing/create-test-app.ts';
import { callbackUri, createMockConnector } from '../testing/social-world.ts';
import { openBeginning, sealBeginning } from './social-session.ts';
import { finishSocial, startSocial } from './social-steps.ts';

test('a beginning opens for the verification that it was made for, in its tenant, and nowhere else', async () => {
  const { envelope } = await createTestApp();
  const beginning = { connectorId: 'c1', state: 's', redirectUri: callbackUri, session: { nonce: 'n' } };
  const sealed = sealBeginning(envelope, 'acme', 'jti-1', beginning);
  expect(openBeginning(envelope, 'acme', 'jti-1', sealed)).toEqual(beginning);
  expect(openBeginning(envelope, 'acme', 'jti-2', sealed)).toBeUndefined();
  expect(openBeginning(envelope, 'other', 'jti-1', sealed)).toBeUndefined();
  expect(sealed).not.toContain(callbackUri);
});

test('a way back is refused for another connector or verification before anything is used up', async () => {
  const app = await createTestApp();
  const outbound = createOutbound({ loopback: true });
  const { database, tenant, envelope } = app;
  const context = { database, tenant, now: app.clock(), origin: { ip: '192.0.2.7', userAgent: undefined } };
  const needs = { envelope, outbound, development: true };
  const connectorId = await createMockConnector(app);
  const begun = await startSocial(context, needs, { connectorId, state: 's', redirectUri: callbackUri, jti: 'jti-1' });
  const used: string[] = [];
  const comeBack = (change: object) =>
    finishSocial(context, needs, {
      ...{ connectorId, jti: 'jti-1', session: begun.session, requireState: true },
      data: { code: 'c', state: 's', userId: 'ada' },
      consume: async () => void used.push('beginning'),
      ...change,
    });
  for (const change of [{ connectorId: 'another' }, { jti: 'jti-2' }]) {
    await expect(comeBack(change)).rejects.toMatchObject({ code: 'session.connector_validation_session_not_found' });
  }
  await expect(comeBack({ data: { code: 'c', state: 't' } })).rejects.toMatchObject({
    code: 'session.csrf_token_mismatch',
  });
  expect(used).toEqual([]);
  expect(await comeBack({})).toMatchObject({ connectorId, user: { id: 'ada' } });
  expect(used).toEqual(['beginning']);
  await outbound.close();
});
