import { type SecurityLog, securityEvents } from '@freehold/contract';
import { consoleWords } from '@freehold/messages/en/console';
import { createFormatter } from '@freehold/messages/format';
import { expect, test } from 'vitest';
import { eventSentence } from './event-sentence.ts';

const log = (key: string, data: object = {}, personal?: object): SecurityLog => ({
  id: 'x',
  key,
  createdAt: 0,
  payload: {
    key,
    result: 'Success',
    userId: 'u',
    applicationId: null,
    sessionId: null,
    actor: { kind: 'system', id: null },
    requestId: null,
    data: data as SecurityLog['payload']['data'],
    ...(personal && { personal: personal as NonNullable<SecurityLog['payload']['personal']> }),
  },
});

const words = createFormatter('en', consoleWords);
const said = (one: SecurityLog): string => {
  const { key, values } = eventSentence(one);
  return words.text(key as keyof typeof consoleWords, values);
};

test('every security event has a sentence of its own', () => {
  for (const type of Object.keys(securityEvents))
    expect([type, eventSentence(log(type)).key]).not.toContain('console.event_other');
});

test('an event of tomorrow is told by its name', () => {
  expect(said(log('passkey-blessed'))).toContain('passkey-blessed');
});

test('sentences say what was changed', () => {
  expect(said(log('identifier-changed', {}, { identifier: 'email' }))).toMatch(/email address/i);
  expect(said(log('identifier-changed', { members: ['primaryPhone'] }))).toMatch(/phone/i);
  expect(said(log('identity-linked', { target: 'github', provider: 'GitHub' }))).toMatch(/GitHub/);
  expect(said(log('sign-in-failed', { method: 'password' }))).toMatch(/password/);
  expect(said(log('sign-in-failed', { method: 'email' }))).toMatch(/code/);
});
