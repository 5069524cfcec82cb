import { describe, expect, it } from 'vitest';
import { brokenUsernameRules, type UsernamePolicy } from './username-policy.ts';

const policy: UsernamePolicy = {
  caseSensitive: true,
  minLength: 3,
  maxLength: 8,
  allowedChars: { lowercase: true, uppercase: true, numbers: true, underscore: true },
};
const without = (chars: Partial<UsernamePolicy['allowedChars']>) => ({
  ...policy,
  allowedChars: { ...policy.allowedChars, ...chars },
});

describe('what a page can say about a username', () => {
  it.each([
    ['ada_1815', policy, []],
    ['ad', policy, ['length']],
    ['ada_lovelace', policy, ['length']],
    ['7ada', policy, ['start']],
    ['ada!', policy, ['characters']],
    ['äda', policy, ['characters']],
    ['Ada', without({ uppercase: false }), ['characters']],
    ['ada', without({ lowercase: false }), ['characters']],
    ['ada7', without({ numbers: false }), ['characters']],
    ['a_da', without({ underscore: false }), ['characters']],
  ])('%j', (typed, rules, broken) => {
    expect(brokenUsernameRules(typed, rules)).toEqual(broken);
  });
});
