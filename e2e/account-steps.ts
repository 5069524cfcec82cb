/** Steps that tests of the account take again and again, at an installation. */
import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import type { Account, Called } from './account-client.ts';
import type { Installation } from './installation.ts';
import type { ProviderPerson } from './outside/provider.ts';
import type { Posted } from './outside/receiver.ts';

/** A change must not wait for anybody outside: those take ten seconds and more to be given up. */
export const AT_ONCE_MS = 5000;
/** What waits for somebody outside ends by a deadline of ten or fifteen seconds; the rest is a busy machine's. */
export const DEADLINE_MS = 25_000;

/** What an answer comes down to. */
export const outcome = ({ status, body }: Pick<Called, 'status' | 'body'>) => [status, body?.code];

export const random = () => randomBytes(6).toString('hex');
/** Without digits: six of them in a row would look like a code in the mail that names it. */
export const newAddress = (name: string) =>
  `${name}.${random().replace(/\d/g, digit => 'ghijklmnop'.charAt(Number(digit)))}@people.example`;
export const newNumber = () => `1415555${String(Math.floor(Math.random() * 9000) + 1000)}`;

/** Opens the Account API with everything that people can edit. */
export async function openAccountApi({ manage }: Installation): Promise<void> {
  const fields = ['name', 'avatar', 'profile', 'username', 'email', 'phone', 'password', 'social'];
  const all = Object.fromEntries(fields.map(field => [field, 'Edit']));
  const { status } = await manage('PATCH', '/api/account-center', { enabled: true, fields: all });
  expect(status).toBe(200);
}

/** A permission proof by password. */
export async function proofOf(on: Installation, person: Account): Promise<string> {
  const { body } = await person.ask('provePassword', [person.password]);
  return on.witness.secret('proof', body.verificationRecordId);
}

/** The record of an address that was proven by a code: a permission for one's own, else of a new one. */
export async function proveAddress(on: Installation, person: Account, address: string): Promise<string> {
  const { verificationRecordId: record } = (await person.ask('sendCodeByEmail', [address])).body;
  const { code } = await on.mailedCode(address);
  expect(outcome(await person.ask('verifyCodeByEmail', [address, record, code]))).toEqual([200, undefined]);
  return record;
}

/** Somebody on the way to the provider. */
export interface Begun {
  readonly record: string;
  readonly authorizationUri: string;
  /** Signs in there, as Alice unless told otherwise; returns the query of the callback. */
  visit(who?: ProviderPerson | 'declines'): Promise<Record<string, string>>;
}

export async function beginSocial(
  on: Installation,
  person: Account,
  connectorId: string = on.connectors.social,
): Promise<Begun> {
  const state = on.witness.secret('state', random());
  const { status, body } = await person.ask('startSocial', [connectorId, on.redirectUri, state]);
  expect([status, body.code]).toEqual([201, undefined]);
  const { verificationRecordId: record, authorizationUri } = body as { [name: string]: string };
  if (record === undefined || authorizationUri === undefined) throw new Error('nothing was begun');
  return {
    record,
    authorizationUri,
    visit: async (who = on.people.alice) => {
      const callback = await on.provider.visit(authorizationUri, who);
      if (callback['code']) on.witness.secret('code of the provider', callback['code']);
      return callback;
    },
  };
}

export const verifySocial = (person: Account, record: string, callback: Record<string, string>): Promise<Called> =>
  person.call('POST', '/api/verifications/social/verify', { verificationRecordId: record, connectorData: callback });

/** The next webhook that tells of a change of an account. */
export const webhookOf = (on: Installation, id: string, milliseconds?: number): Promise<Posted> =>
  on.hooks.posts.take(
    `a change of ${id}`,
    ({ body }) => body.event === 'User.Data.Updated' && body.data.id === id,
    milliseconds,
  );

/** Waits for the notice that an address was removed from its account. */
export async function noticeOfRemoval(on: Installation, address: string): Promise<void> {
  while (!/removed/.test((await on.mailedNotice(address)).subject));
}

/** Ends a bad day: everybody does their part again, and what has come is forgotten. */
export async function mendEverything(on: Installation): Promise<void> {
  on.mail.thaw();
  await on.mail.restart();
  await on.provider.misbehave();
  on.gateway.behave();
  on.hooks.behave();
  for (const { forget } of [on.mail.mails, on.gateway.posts, on.hooks.posts]) forget();
}
