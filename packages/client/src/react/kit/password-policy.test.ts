import type { PagePasswordPolicy } from '@freehold/contract';
import { describe, expect, it } from 'vitest';
import { brokenRules, refusedRules } from './password-policy.ts';

const policy: PagePasswordPolicy = {
  minLength: 8,
  maxLength: 12,
  characterTypes: 3,
  rejects: { pwned: true, repetitionAndSequence: true, userInfo: true },
};

describe('what the page can say about a new password', () => {
  it.each([
    ['', ['length', 'character_types']],
    ['Abc12', ['length']],
    ['abcdefgh', ['character_types']],
    ['Abcdefg1', []],
    ['Ábçdéfgh', ['character_types']],
    ['A\u0301bcdef1', ['length']],
    ['密碼密碼密碼Ab', []],
    ['Abcdefg1🙂🙂🙂🙂', []],
    ['Abcdefg1🙂🙂🙂🙂🙂', ['too_long']],
  ])('%j breaks %j', (password, rules) => {
    expect(brokenRules(password, policy)).toEqual(rules);
  });

  it('names each of the server’s reasons once, and leaves out what it does not know', () => {
    const issues = [
      { code: 'password_rejected.restricted.sequence' },
      { code: 'password_rejected.restricted.repetition' },
      { code: 'password_rejected.too_short', interpolation: { min: 8 } },
      { code: 'password_rejected.of_tomorrow' },
      null,
    ];
    expect(refusedRules(issues)).toEqual(['pattern', 'length']);
    expect(refusedRules({ code: 'password_rejected.pwned' })).toEqual([]);
  });
});
