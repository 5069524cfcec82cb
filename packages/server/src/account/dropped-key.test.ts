/** Proofs of identities whose encryption key is dropped before they are used. */
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createEnvelope, createKeyRing, type Envelope } from '../lib/index.ts';
import { createTestApp, envelopeKey } from '../testing/create-test-app.ts';
import { codesAllowed, createSignInScene, outcome, visitor } from '../testing/sign-in-scene.ts';
import { createMockConnector, proveMock } from '../testing/social-world.ts';

/** An envelope whose key can be taken away. */
function droppable(): { readonly envelope: Envelope; readonly drop: () => void } {
  const [before, after] = [envelopeKey, randomBytes(32).toString('base64')].map(key =>
    createEnvelope(createKeyRing(key)),
  ) as [Envelope, Envelope];
  let current = before;
  const openText: Envelope['openText'] = (sealed, aad) => current.openText(sealed, aad);
  return {
    envelope: Object.assign(Object.create(before), { openText }),
    drop: () => {
      current = after;
    },
  };
}

test('are unknown, and the account stays as it is', async () => {
  const { envelope, drop } = droppable();
  const app = await createTestApp({ parts: { envelope } });
  await app.enableAccountCenter();
  const mock = await createMockConnector(app);
  const user = await app.createUser();
  const token = await app.signIn(user);
  const proof = await app.prove(token, user);
  const newIdentifierVerificationRecordId = await proveMock(app, token, mock, { userId: 'ada' });
  drop();
  const answer = await app.account(token, 'POST', '/api/my-account/identities', {
    body: { newIdentifierVerificationRecordId },
    proof,
  });
  expect(answer).toMatchObject({ status: 400, body: { code: 'verification_record.not_found' } });
  expect((await app.account(token, 'GET', '/api/my-account')).body.identities).toEqual({});
});

test('have to be given again where somebody signs in', async () => {
  const { envelope, drop } = droppable();
  const settings = { ...codesAllowed, socialSignInConnectorTargets: ['mock-social'] };
  const scene = await createSignInScene(settings, { parts: { envelope } });
  const { start, proveIdentity, identify } = visitor(scene);
  const mock = await createMockConnector(scene.app);
  await start('SignIn');
  const proven = await proveIdentity(mock, { userId: 'ada' });
  drop();
  expect(outcome(await identify(proven))).toEqual([404, 'session.verification_session_not_found']);
});
