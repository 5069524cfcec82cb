import { describe, expect, it } from 'vitest';
import { emailColumns, emailKey, normalizePhone, usernameColumns } from './identifiers.ts';

describe('identifiers', () => {
  it('has one key for one mailbox', () => {
    expect(emailKey(' Ada@Example.COM ')).toBe('ada@example.com');
    expect(emailKey('ada＠example.com')).toBe('ada@example.com');
    for (const domain of ['bücher.example', 'BÜCHER.example', 'bu\u0308cher.example', 'XN--bcher-kva.example']) {
      expect(emailKey(`ada@${domain}`)).toBe('ada@xn--bcher-kva.example');
    }
    // What is no address has a form that no address has.
    expect(emailKey('ada@bücher .example')).toBe('ada@bücher .example');
    expect(emailKey('bücher.example')).toBe('bücher.example');
    expect(emailKey('ada@1.2')).toBe('ada@1.2');
    expect(emailColumns(null)).toEqual({ primary_email: null, email_key: null });
  });

  it('keys usernames by the tenant’s word', () => {
    expect(usernameColumns('Ada', true)).toEqual({ username: 'Ada', username_key: 'Ada' });
    expect(usernameColumns('Ada', false)).toEqual({ username: 'Ada', username_key: 'ada' });
    expect(usernameColumns(null, false)).toEqual({ username: null, username_key: null });
  });

  it.each([
    ['447911123456', '447911123456'],
    ['4407911123456', '447911123456'],
    ['886912345678', '886912345678'],
    ['12345', undefined],
    ['', undefined],
    ['999999999999999999', undefined],
  ])('spells the phone number %s as %s', (digits, expected) => {
    expect(normalizePhone(digits)).toBe(expected);
  });
});
