import { describe, expect, test } from 'vitest';
import { OutboundError } from '../lib/index.ts';
import { guardEmail, guardSms, guardSocial } from './guard-calls.ts';
import { ConnectorError, type SmsMessage } from './port.ts';
import { refuse } from './refuse-answer.ts';

const message: SmsMessage = { to: '886912345678', usage: 'SignIn', payload: { code: '483920' }, text: 'x' };
const failing = (error: unknown, secrets: readonly string[] = []) =>
  guardSms({ sendMessage: () => Promise.reject(error) }, { secrets }).sendMessage(message);

describe('a guarded call', () => {
  test('ends at its deadline, and what comes later is dropped', async () => {
    const never = { sendMessage: () => new Promise<void>(() => {}), authorize: () => new Promise<never>(() => {}) };
    const guard = { secrets: [], deadlines: { message: 20, social: 10 } };
    const social = guardSocial({ ...never, identify: never.authorize, renew: never.authorize }, guard);
    const expected = (limit: number) => ({ code: 'general', message: `no answer within ${limit} ms` });
    await expect(guardSms(never, guard).sendMessage(message)).rejects.toMatchObject(expected(20));
    const mail = { ...message, content: { subject: 's', html: undefined, text: 't' } };
    await expect(guardEmail(never, guard).sendMessage(mail)).rejects.toMatchObject(expected(20));
    await expect(social.identify({}, {})).rejects.toMatchObject(expected(10));
    const request = { state: 's', redirectUri: 'r', connectorId: 'c', jti: 'j' };
    await expect(social.authorize(request)).rejects.toMatchObject(expected(10));
    await expect(social.renew?.('token')).rejects.toMatchObject(expected(10));
  });

  test.each([
    ['an error of the port', new ConnectorError('invalid_response', 'x'), 'invalid_response'],
    ['one that a library wrote over', Object.assign(new ConnectorError('general', 'x'), { code: 'EAUTH' }), 'general'],
    ['a bug', new TypeError('x is undefined'), 'general'],
    ['a way out that was refused', new OutboundError('refused', 'x'), 'general'],
    ['an answer that was too large', new OutboundError('too-large', 'x'), 'invalid_response'],
    ['something else', 'text', 'general'],
  ])('fails with an error of the port: %s', async (_, thrown, code) => {
    const error = await failing(thrown).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ConnectorError);
    expect(error).toMatchObject({ code, cause: thrown });
  });

  test('says no refresh token back', async () => {
    const nobody = () => Promise.reject(new Error('not asked'));
    const said = new Error('refresh-token-1 is used up');
    const social = guardSocial(
      { authorize: nobody, identify: nobody, renew: () => Promise.reject(said) },
      { secrets: [] },
    );
    await expect(social.renew?.('refresh-token-1')).rejects.toMatchObject({ message: '[hidden] is used up' });
    expect(guardSocial({ authorize: nobody, identify: nobody }, { secrets: [] })).not.toHaveProperty('renew');
  });

  test('names nobody who was written to', async () => {
    const user = {
      id: 'u1',
      name: 'Ada Lovelace',
      primaryEmail: 'Ada@example.com',
      profile: { address: { region: 'Surrey' } },
    };
    const said = new Error('<ada@example.com> (Ada Lovelace, born Ada, Surrey, from 192.0.2.7) is unknown');
    const mail = { to: 'Ada@example.com', usage: 'SignIn', payload: { user }, ip: '192.0.2.7' } as const;
    const content = { subject: 's', html: undefined, text: 't' };
    const failed = guardEmail({ sendMessage: () => Promise.reject(said) }, { secrets: [] });
    await expect(failed.sendMessage({ ...mail, content })).rejects.toMatchObject({
      message: '<[hidden]> ([hidden], born Ada, [hidden], from [hidden]) is unknown',
    });
    await expect(failing(new Error('+886912345678 is unknown'))).rejects.toMatchObject({
      message: '+[hidden] is unknown',
    });
  });

  test('names no secret, no code, and nothing that would break a line of the log', async () => {
    const said = 'key abcdef, longer abcdef-ghij,\r\n\u001b[31mcode 483920,\u2028abc';
    const error = failing(new Error(said), ['abcdef', 'abcdef-ghij', 'abc']);
    await expect(error).rejects.toMatchObject({ message: 'key [hidden], longer [hidden], [31mcode [hidden], abc' });
    const echoed = failing(new Error('Authorization: Basic QUM6c2VjcmV0 bearer abc.def, words-of-it'), [
      'Key words-of-it',
    ]);
    await expect(echoed).rejects.toMatchObject({ message: 'Authorization: Basic [hidden] bearer [hidden], [hidden]' });
    // Wherever an answer is cut, half a secret is as hidden as a whole one.
    for (const before of [250, 290, 450, 490, 3990]) {
      const key = '0123456789'.repeat(4);
      const answered = await refuse(new Response(`${'x'.repeat(before)}${key}`, { status: 500 }));
      const shown = await failing(answered, [key]).catch((caught: unknown) => String(caught));
      expect([before, /0123/.test(String(shown))]).toEqual([before, false]);
    }
    const long = await failing(new Error('x'.repeat(10_000))).catch((caught: unknown) => caught);
    expect((long as Error).message).toHaveLength(500);
  });
});
