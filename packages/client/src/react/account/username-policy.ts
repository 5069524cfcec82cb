import type { PublicSignInExperience } from '@freehold/contract';

/** What a tenant asks of usernames. */
export type UsernamePolicy = PublicSignInExperience['usernamePolicy'];

/** A demand on usernames, as the list under the field names it. */
export type UsernameRule = 'length' | 'start' | 'characters';

/** The demands that a username breaks; whether it is taken, only the server knows. */
export function brokenUsernameRules(typed: string, policy: UsernamePolicy): readonly UsernameRule[] {
  const { minLength, maxLength, allowedChars } = policy;
  const { lowercase, uppercase, numbers, underscore } = allowedChars;
  const kinds = [lowercase && 'a-z', uppercase && 'A-Z', numbers && '0-9', underscore && '_'].filter(Boolean);
  const broken: UsernameRule[] = [];
  if (typed.length < minLength || typed.length > maxLength) broken.push('length');
  if (!new RegExp(`^[${kinds.join('')}]*$`).test(typed)) broken.push('characters');
  if (/^\d/.test(typed)) broken.push('start');
  return broken;
}
