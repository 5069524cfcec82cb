/** An address that somebody has begun to make theirs, or has only proven to read, is no way into the account yet. */
import { beforeEach, expect, test } from 'vitest';
import type { TestToken, TestUser } from '../testing/create-test-app.ts';
import { codesAllowed, createSignInScene, outcome, type SignInScene, visitor } from '../testing/sign-in-scene.ts';

const old = 'ada@example.com';
const next = 'ada.next@example.com';

let scene: SignInScene;
let user: TestUser;
let token: TestToken;
beforeEach(async () => {
  scene = await createSignInScene({ ...codesAllowed, signInMode: 'SignIn' });
  await scene.app.enableAccountCenter();
  user = await scene.app.createUser({ email: old });
  token = await scene.app.signIn(user);
});

/** The record of a code to the new address; entered or not. */
async function pending(entered: boolean): Promise<string> {
  const { app } = scene;
  const identifier = { type: 'email', value: next };
  const asked = await app.account(token, 'POST', '/api/verifications/verification-code', { body: { identifier } });
  const verificationId = asked.body.verificationRecordId;
  if (!entered) return verificationId;
  const body = { identifier, verificationId, code: app.messenger.codeTo(next) };
  const answer = await app.account(token, 'POST', '/api/verifications/verification-code/verify', { body });
  expect(answer.status).toBe(200);
  return verificationId;
}

/** Whether whoever reads `address` gets into the account by it: by a code, by a new password, and by a password. */
async function opens(address: string): Promise<boolean[]> {
  const tries = ['SignIn', 'ForgotPassword'].map(async event => {
    const person = visitor(scene);
    await person.start(event);
    const sent = scene.app.messenger.sent.length;
    const { verificationId } = (await person.askCode(address, event)).body;
    const written = scene.app.messenger.sent.slice(sent).filter(({ to, usage }) => to === address && usage === event);
    if (written.length === 0) return false;
    await person.enterCode(address, verificationId, written[0]?.code ?? '');
    return (await person.identify(verificationId)).status === 204;
  });
  const person = visitor(scene);
  await person.start('SignIn');
  const [status] = outcome(await person.password('email', address, user.password));
  return [await Promise.all(tries), status === 200].flat();
}

test.each([
  ['asked for', false],
  ['proven', true],
])('one that was %s opens nothing until it is bound; then the old one opens nothing', async (_, entered) => {
  const { app } = scene;
  const record = await pending(entered);
  expect(await opens(next)).toEqual([false, false, false]);
  expect(await opens(old)).toEqual([true, true, true]);
  if (!entered) return;
  const proof = await app.prove(token, user);
  const body = { email: next, newIdentifierVerificationRecordId: record };
  expect((await app.account(token, 'PATCH', '/api/my-account/primary-email', { body, proof })).status).toBe(204);
  expect(await opens(next)).toEqual([true, true, true]);
  expect(await opens(old)).toEqual([false, false, false]);
});

test('one that was removed opens nothing, and what was sent to it before is worth nothing', async () => {
  const { app } = scene;
  const person = visitor(scene);
  await person.start('SignIn');
  const verificationId = await person.proveAddress(old, 'SignIn');
  const proof = await app.prove(token, user);
  expect((await app.account(token, 'DELETE', '/api/my-account/primary-email', { proof })).status).toBe(204);
  expect(outcome(await person.identify(verificationId))).toEqual([404, 'user.user_not_exist']);
  expect(await opens(old)).toEqual([false, false, false]);
});
