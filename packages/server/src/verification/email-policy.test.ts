import type { EmailBlocklistPolicy } from '@freehold/contract';
import { describe, expect, test } from 'vitest';
import { Problem } from '../operation/index.ts';
import { checkEmailPolicy } from './email-policy.ts';

const NOT_ALLOWED = 'session.email_blocklist.email_not_allowed';
const NO_SUBADDRESS = 'session.email_blocklist.email_subaddressing_not_allowed';

const judge = (address: string, policy: EmailBlocklistPolicy): string => {
  try {
    checkEmailPolicy(address, policy);
    return 'allowed';
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
};

describe('the policy for email addresses', () => {
  test.each<[string, EmailBlocklistPolicy, string]>([
    ['ada@example.com', {}, 'allowed'],
    ['ada@example.com', { customAllowlist: [], customBlocklist: [] }, 'allowed'],
    ['ada@example.com', { customBlocklist: ['ada@example.com'] }, NOT_ALLOWED],
    ['ada@example.com', { customBlocklist: ['ADA@Example.COM'] }, NOT_ALLOWED],
    ['ada@example.com', { customBlocklist: ['bob@example.com'] }, 'allowed'],
    ['ada@example.com', { customBlocklist: ['@example.com'] }, NOT_ALLOWED],
    ['ada@example.com', { customBlocklist: ['example.com'] }, NOT_ALLOWED],
    ['ada@sub.example.com', { customBlocklist: ['@example.com'] }, 'allowed'],
    ['ada@sub.example.com', { customBlocklist: ['@*.example.com'] }, NOT_ALLOWED],
    ['ada@example.com', { customBlocklist: ['@*.example.com'] }, 'allowed'],
    ['ada@evil-example.com', { customBlocklist: ['@*.example.com'] }, 'allowed'],
    ['foobar@example.com', { customBlocklist: ['foo*@example.com'] }, NOT_ALLOWED],
    ['foo@example.com', { customBlocklist: ['foo*@example.com'] }, NOT_ALLOWED],
    ['barfoo@example.com', { customBlocklist: ['foo*@example.com'] }, 'allowed'],
    // What a * stands for ends at the @.
    ['foo@evil.example.com', { customBlocklist: ['foo*@example.com'] }, 'allowed'],
    ['foo@evil@example.com', { customBlocklist: ['foo@*example.com'] }, 'allowed'],
    // An address comes in its normalized form, a list in any.
    ['ada@xn--bcher-kva.example', { customBlocklist: ['bücher.example'] }, NOT_ALLOWED],
    ['ada@sub.xn--bcher-kva.example', { customBlocklist: ['@*.Bücher.example'] }, NOT_ALLOWED],
    ['ada@xn--bcher-kva.example', { customBlocklist: ['a*@xn--bcher-kva.example'] }, NOT_ALLOWED],
    ['ada@example.com', { customAllowlist: ['@example.com'] }, 'allowed'],
    ['ada@example.com', { customAllowlist: ['@EXAMPLE.com'] }, 'allowed'],
    ['ada@example.com', { customAllowlist: ['@example.org'] }, NOT_ALLOWED],
    ['ada@notexample.com', { customAllowlist: ['@example.com'] }, NOT_ALLOWED],
    ['ada@example.com.evil.org', { customAllowlist: ['@example.com'] }, NOT_ALLOWED],
    ['ada@example.com', { customAllowlist: ['@example.com'], customBlocklist: ['ada@*'] }, NOT_ALLOWED],
    ['ada+x@example.com', { blockSubaddressing: true }, NO_SUBADDRESS],
    ['ada@exa+mple.com', { blockSubaddressing: true }, 'allowed'],
    ['ada+x@example.com', { blockSubaddressing: false }, 'allowed'],
    // In the order of the wire: the subaddress is told first.
    ['ada+x@example.com', { blockSubaddressing: true, customBlocklist: ['@example.com'] }, NO_SUBADDRESS],
    // Nothing of an item is an expression.
    ['ada@exampleXcom', { customBlocklist: ['@example.com', '.*@.*', '(a+)+$@example.org'] }, 'allowed'],
  ])('%s under %j: %s', (address, policy, expected) => {
    expect(judge(address, policy)).toBe(expected);
  });

  test('judges the longest address against the longest lists in little time', () => {
    const worst = [`*${'a'.repeat(100)}b*@*.${'a'.repeat(100)}`, `${'*a'.repeat(60)}*b@*${'a.'.repeat(60)}*`];
    const list = Array.from({ length: 1000 }, (_, i) => `${worst[i % 2]}${i}`);
    const address = `${'a'.repeat(127)}@${'a.'.repeat(63)}a`;
    const policy = { blockSubaddressing: true, customAllowlist: [...list.slice(1), '*@*'], customBlocklist: list };
    judge(address, policy);
    const before = process.cpuUsage();
    const rounds = 5;
    for (let i = 0; i < rounds; i++) expect(judge(address, policy)).toBe('allowed');
    const { user, system } = process.cpuUsage(before);
    // A few milliseconds each; what must not happen are seconds.
    expect((user + system) / 1000 / rounds).toBeLessThan(50);
  });
});
