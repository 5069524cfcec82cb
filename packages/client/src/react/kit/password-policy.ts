import type { PagePasswordPolicy } from '@freehold/contract';
import { isRecord } from './problem.ts';

/** A demand of the password policy, as the list under the field names it. */
export type Rule =
  | 'length'
  | 'too_long'
  | 'character_types'
  | 'unsupported'
  | 'pwned'
  | 'pattern'
  | 'user_info'
  | 'words';

// As the server counts: a script without cases, such as Chinese, is neither upper nor lower case.
const characterTypes = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];

/** The demands that a page can judge while somebody types; the server judges all of them again. */
export function brokenRules(typed: string, policy: PagePasswordPolicy): readonly Rule[] {
  const password = typed.normalize('NFC');
  const length = [...password].length;
  const types = characterTypes.filter(type => type.test(password)).length;
  const broken: Rule[] = [];
  if (length < policy.minLength) broken.push('length');
  if (length > policy.maxLength) broken.push('too_long');
  if (types < policy.characterTypes) broken.push('character_types');
  return broken;
}

const rejections: Readonly<Record<string, Rule>> = {
  'password_rejected.too_short': 'length',
  'password_rejected.too_long': 'too_long',
  'password_rejected.character_types': 'character_types',
  'password_rejected.unsupported_characters': 'unsupported',
  'password_rejected.pwned': 'pwned',
  'password_rejected.restricted.repetition': 'pattern',
  'password_rejected.restricted.sequence': 'pattern',
  'password_rejected.restricted.user_info': 'user_info',
  'password_rejected.restricted.words': 'words',
};

/** The demands that the server's `password.rejected` names in its `data`, each once. */
export function refusedRules(data: unknown): readonly Rule[] {
  if (!Array.isArray(data)) return [];
  const rules = data.map(issue => {
    const code = isRecord(issue) ? issue['code'] : undefined;
    return typeof code === 'string' ? rejections[code] : undefined;
  });
  return [...new Set(rules.filter(rule => rule !== undefined))];
}
