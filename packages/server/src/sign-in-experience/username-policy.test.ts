import { describe, expect, it } from 'vitest';
import { shippedSignInExperience } from './defaults.ts';
import { checkUsername, usernameViolation } from './username-policy.ts';

const shipped = shippedSignInExperience.usernamePolicy;
const without = (chars: Partial<typeof shipped.allowedChars>) => ({
  ...shipped,
  allowedChars: { ...shipped.allowedChars, ...chars },
});

describe('username policy', () => {
  it.each(['a', '_', 'Anna_07', 'x'.repeat(128)])('ships allowing %s', username => {
    expect(usernameViolation(username, shipped)).toBeUndefined();
  });

  it.each([
    ['', shipped, 'user.username_required'],
    ['7anna', shipped, 'user.username_starts_with_number'],
    ['an na', shipped, 'user.username_invalid_charset_hard'],
    ['anna\n', shipped, 'user.username_invalid_charset_hard'],
    ['änna', shipped, 'user.username_invalid_charset_hard'],
    ['an', { ...shipped, minLength: 3 }, 'user.username_too_short'],
    ['x'.repeat(129), shipped, 'user.username_too_long'],
    ['Anna', without({ uppercase: false }), 'user.username_uppercase_not_allowed'],
    ['Anna', without({ lowercase: false }), 'user.username_lowercase_not_allowed'],
    ['anna7', without({ numbers: false }), 'user.username_numbers_not_allowed'],
    ['an_na', without({ underscore: false }), 'user.username_underscore_not_allowed'],
  ] as const)('refuses %j', (username, policy, code) => {
    expect(usernameViolation(username, policy)).toBe(code);
    expect(() => checkUsername(username, policy)).toThrow(code);
  });

  it('says the length that it wants', () => {
    try {
      checkUsername('an', { ...shipped, minLength: 3 });
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ options: { data: { min: 3 } } });
    }
  });
});
