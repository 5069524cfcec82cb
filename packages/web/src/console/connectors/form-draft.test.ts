import { SECRET_MASK } from '@freehold/contract';
import { describe, expect, test } from 'vitest';
import {
  asJson,
  draftOf,
  exampleOf,
  type FormItem,
  isSecret,
  readDraft,
  seldomItems,
  shownItems,
} from './form-draft.ts';

const host: FormItem = { key: 'host', label: 'Host', type: 'Text', required: true };
const port: FormItem = { key: 'port', label: 'Port', type: 'Number', required: true };
const auth: FormItem = {
  key: 'auth',
  label: 'Sign in with',
  type: 'Json',
  isConfidential: true,
  defaultValue: { user: '', pass: '' },
};
const templates: FormItem = {
  key: 'templates',
  label: 'Templates',
  type: 'Json',
  defaultValue: [{ usageType: 'Generic' }],
};
const tls: FormItem = { key: 'tls', label: 'TLS', type: 'Json', defaultValue: {} };
const strict: FormItem = { key: 'requireTLS', label: 'TLS only', type: 'Switch', defaultValue: true };
const method: FormItem = {
  key: 'method',
  label: 'Method',
  type: 'Select',
  defaultValue: 'post',
  selectItems: [
    { value: 'post', title: 'Post' },
    { value: 'jwt', title: 'JWT' },
  ],
};
const algorithm: FormItem = {
  key: 'algorithm',
  label: 'Algorithm',
  type: 'Text',
  required: true,
  showConditions: [{ targetKey: 'method', expectValue: 'jwt' }],
};
const secret: FormItem = { key: 'clientSecret', label: 'Secret', type: 'Text', required: true, isConfidential: true };
const mail = [host, port, auth, templates, tls, strict];

describe('what a form begins with', () => {
  test('a new one with what its kind proposes, but no example that would replace the shipped mails', () => {
    expect(draftOf(mail, undefined)).toEqual({
      host: '',
      port: '',
      auth: { members: { user: '', pass: '' } },
      templates: '',
      tls: '',
      requireTLS: true,
    });
    expect(exampleOf(templates)).toContain('Generic');
    expect(exampleOf(tls)).toBeUndefined();
  });

  test('a saved one with what is saved, and no default that is not in force', () => {
    const config = { host: 'smtp.example.com', port: '587', auth: { user: 'ada', pass: SECRET_MASK } };
    expect(draftOf(mail, config)).toMatchObject({
      host: 'smtp.example.com',
      port: '587',
      auth: { members: { user: 'ada', pass: SECRET_MASK } },
      requireTLS: false,
    });
  });

  test('JSON stays JSON where it holds more than the fields would show', () => {
    const config = { auth: { type: 'oauth2', user: 'ada', refreshToken: SECRET_MASK } };
    expect(draftOf([auth], config)['auth']).toBe(JSON.stringify(config.auth, null, 2));
  });
});

describe('what a form becomes', () => {
  const typed = { ...draftOf(mail, undefined), host: ' smtp.example.com ', port: '587' };

  test('a config with numbers, without what was left empty', () => {
    expect(readDraft(mail, typed, undefined)).toEqual({
      config: { host: 'smtp.example.com', port: 587, requireTLS: true },
    });
  });

  test('an untouched secret goes back as the mask that keeps it, beside keys that the form does not know', () => {
    const stored = { host: 'a', port: 25, auth: { user: 'ada', pass: SECRET_MASK }, pool: true };
    const draft = { ...draftOf(mail, stored), host: 'b' };
    expect(readDraft(mail, draft, stored)).toEqual({
      config: { host: 'b', port: 25, auth: { user: 'ada', pass: SECRET_MASK }, pool: true },
    });
  });

  test('a saved switch that is turned off is sent, one that was never named is not', () => {
    const off = (stored: { requireTLS?: boolean }) => readDraft([strict], { requireTLS: false }, stored);
    expect(off({ requireTLS: true })).toEqual({ config: { requireTLS: false } });
    expect(off({})).toEqual({ config: {} });
  });

  test('a secret that is emptied is gone, unless it is needed', () => {
    const optional: FormItem = { ...secret, required: false };
    expect(readDraft([optional], { clientSecret: '' }, { clientSecret: SECRET_MASK })).toEqual({ config: {} });
    expect(readDraft([secret], { clientSecret: '' }, { clientSecret: SECRET_MASK })).toEqual({
      problems: { clientSecret: 'missing' },
    });
  });

  test('what cannot be read is named field by field', () => {
    expect(readDraft(mail, { ...typed, host: '', port: 'many', tls: '{' }, undefined)).toEqual({
      problems: { host: 'missing', port: 'number', tls: 'json' },
    });
  });

  test('JSON is sent as what it says', () => {
    expect(readDraft([tls], { tls: '{"ca": ["x"]}' }, undefined)).toEqual({ config: { tls: { ca: ['x'] } } });
  });

  test('what a condition hides is neither asked for nor lost', () => {
    const items = [method, algorithm];
    expect(shownItems(items, { method: 'post' })).toEqual([method]);
    expect(readDraft(items, { method: 'post', algorithm: '' }, { algorithm: 'HS512' })).toEqual({
      config: { method: 'post', algorithm: 'HS512' },
    });
    expect(readDraft(items, { method: 'jwt', algorithm: '' }, undefined)).toEqual({
      problems: { algorithm: 'missing' },
    });
  });
});

test('members can be edited as JSON, and only secrets among them are hidden', () => {
  expect(asJson({ members: { user: 'ada', pass: '' } })).toBe('{\n  "user": "ada"\n}');
  expect([isSecret(auth), isSecret(auth, 'user'), isSecret(auth, 'pass'), isSecret(secret)]).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

test('what hardly anybody needs stands behind a line: options at the end, when there are several', () => {
  const option = (key: string): FormItem => ({ key, label: key, type: 'Text' });
  const tail = ['a', 'b', 'c'].map(option);
  expect(seldomItems([host, option('x'), strict, ...tail])).toEqual(tail);
  expect(seldomItems([host, ...tail.slice(1)])).toEqual([]);
  expect(seldomItems(tail)).toEqual([]);
});
