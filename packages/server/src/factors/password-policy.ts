import type { PasswordIssueCode } from '@freehold/contract';
import type { BreachCheck } from './breach-check.ts';
import { isCommonPassword } from './common-passwords.ts';
import { effectiveLength, findWeakStretches, type UserInfo } from './weak-stretches.ts';

/** The rules of a tenant for a new password. */
export interface PasswordPolicy {
  /** In Unicode code points of the composed form (NFC), which is what is hashed. */
  readonly length: { readonly min: number; readonly max: number };
  /** How many of capital letters, small letters, digits and everything else must occur: 1 to 4. */
  readonly characterTypes: { readonly min: number };
  readonly rejects: {
    /** Common and leaked passwords. */
    readonly pwned: boolean;
    readonly repetitionAndSequence: boolean;
    readonly userInfo: boolean;
    /** Words that a password must not lean on, in whatever capitals. */
    readonly words: readonly string[];
  };
}

/** What a tenant starts with. */
export const defaultPasswordPolicy: PasswordPolicy = {
  length: { min: 8, max: 256 },
  characterTypes: { min: 1 },
  rejects: { pwned: true, repetitionAndSequence: true, userInfo: true, words: [] },
};

/** One rule that a password breaks: a member of the `data` of `password.rejected`. */
export interface PasswordIssue {
  readonly code: PasswordIssueCode;
  readonly interpolation?: { readonly min?: number; readonly max?: number };
}

export interface PasswordCheckOptions {
  /** Asked last, and only about a password that nothing else speaks against. Off when absent. */
  readonly breachCheck?: BreachCheck | undefined;
}

/** UTF-16 code units that are not even looked at: no policy's maximum comes near. */
const MAX_CODE_UNITS = 4096;
/** However long a policy wants its passwords, this much that is not easy to guess is enough. */
const ENOUGH = 8;

const CHARACTER_TYPES = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];
/** Control characters (NUL ends a text in C, others submit a form) and halves of surrogate pairs (not UTF-8). */
const UNSUPPORTED = /[\p{Cc}\p{Cs}]/u;

function shapeIssues(password: string, { length, characterTypes }: PasswordPolicy): PasswordIssue[] {
  const issues: PasswordIssue[] = [];
  const count = Array.from(password).length;
  if (count < length.min) {
    issues.push({ code: 'password_rejected.too_short', interpolation: { min: length.min } });
  }
  if (count > length.max) {
    issues.push({ code: 'password_rejected.too_long', interpolation: { max: length.max } });
  }
  if (UNSUPPORTED.test(password)) {
    issues.push({ code: 'password_rejected.unsupported_characters' });
  }
  if (CHARACTER_TYPES.filter(type => type.test(password)).length < characterTypes.min) {
    issues.push({ code: 'password_rejected.character_types', interpolation: { min: characterTypes.min } });
  }
  return issues;
}

function restrictedIssues(password: string, { length, rejects }: PasswordPolicy, userInfo: UserInfo): PasswordIssue[] {
  const stretches = findWeakStretches(password, {
    repetitionAndSequence: rejects.repetitionAndSequence,
    userInfo: rejects.userInfo ? userInfo : undefined,
    words: rejects.words,
  });
  if (effectiveLength(Array.from(password).length, stretches) >= Math.min(length.min, ENOUGH)) {
    return [];
  }
  return [...new Set(stretches.map(stretch => stretch.kind))].map(kind => ({
    code: `password_rejected.restricted.${kind}`,
  }));
}

/**
 * Judges a new password by the policy of the tenant; an empty list means that it is fine.
 *
 * First its shape (length, characters); only a password of the right shape is judged for how easily it is guessed:
 * - **restricted**: each repetition, sequence, piece of the person's data and forbidden word counts as one character. The
 *   password must then still have the policy's minimum length, or 8 where the policy asks for more. So a forbidden word
 *   inside a strong password passes: `Qx7-freehold-Wp3` counts 9, `Freehold1234` counts 2. One issue for each kind found.
 * - **pwned**: the whole password is a common one; a breach service, where wired in, is asked about what passed all else.
 */
export async function checkPassword(
  password: string,
  policy: PasswordPolicy,
  userInfo: UserInfo,
  { breachCheck }: PasswordCheckOptions = {},
): Promise<PasswordIssue[]> {
  if (password.length > MAX_CODE_UNITS) {
    return [{ code: 'password_rejected.too_long', interpolation: { max: policy.length.max } }];
  }
  const composed = password.normalize('NFC');
  const shape = shapeIssues(composed, policy);
  if (shape.length > 0) {
    return shape;
  }
  const issues = restrictedIssues(composed, policy, userInfo);
  if (!policy.rejects.pwned) {
    return issues;
  }
  const known = (await isCommonPassword(composed)) || (issues.length === 0 && (await breachCheck?.(composed)) === true);
  return known ? [{ code: 'password_rejected.pwned' }, ...issues] : issues;
}
