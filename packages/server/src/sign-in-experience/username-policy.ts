import type { ErrorCode, UsernamePolicy } from '@freehold/contract';
import { Problem } from '../operation/index.ts';

/**
 * Judges a username under the tenant's policy.
 *
 * @returns the problem code `user.username_<violation>` (422), or undefined when the username is fine.
 */
export function usernameViolation(username: string, policy: UsernamePolicy): ErrorCode | undefined {
  const { minLength, maxLength, allowedChars } = policy;
  if (username === '') return 'user.username_required';
  if (/^\d/.test(username)) return 'user.username_starts_with_number';
  if (!/^\w+$/.test(username)) return 'user.username_invalid_charset_hard';
  if (username.length < minLength) return 'user.username_too_short';
  if (username.length > maxLength) return 'user.username_too_long';
  if (!allowedChars.uppercase && /[A-Z]/.test(username)) return 'user.username_uppercase_not_allowed';
  if (!allowedChars.lowercase && /[a-z]/.test(username)) return 'user.username_lowercase_not_allowed';
  if (!allowedChars.numbers && /\d/.test(username)) return 'user.username_numbers_not_allowed';
  if (!allowedChars.underscore && /_/.test(username)) return 'user.username_underscore_not_allowed';
  return undefined;
}

/** @throws Problem `user.username_<violation>` (422) when the policy refuses the username. */
export function checkUsername(username: string, policy: UsernamePolicy): void {
  const code = usernameViolation(username, policy);
  if (!code) return;
  const values = { min: policy.minLength, max: policy.maxLength };
  if (code === 'user.username_too_short') throw new Problem(code, { values, data: { min: values.min } });
  if (code === 'user.username_too_long') throw new Problem(code, { values, data: { max: values.max } });
  throw new Problem(code);
}
