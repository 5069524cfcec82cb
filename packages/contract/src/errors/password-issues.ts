/** One rule of the password policy, as it appears in the `data` of `password.rejected`. */
export interface PasswordIssueSpec {
  /** Short English, never localized. */
  readonly title: string;
  /** When the rule is broken. */
  readonly when: string;
  /** Members of `interpolation` that come with the issue. */
  readonly interpolation: readonly ('min' | 'max')[];
}

/** The reasons why a password is refused: members of the `data` list of `password.rejected`, never a code of their own. */
export const passwordIssues = {
  'password_rejected.too_short': {
    title: 'Too short',
    when: 'The password has fewer characters than the policy asks.',
    interpolation: ['min'],
  },
  'password_rejected.too_long': {
    title: 'Too long',
    when: 'The password has more characters than the policy allows.',
    interpolation: ['max'],
  },
  'password_rejected.unsupported_characters': {
    title: 'Unsupported characters',
    when: 'The password has characters that cannot be typed everywhere, such as control characters.',
    interpolation: [],
  },
  'password_rejected.character_types': {
    title: 'Too few kinds of characters',
    when: 'The password has fewer kinds of characters (capital letters, small letters, digits, symbols) than the policy asks.',
    interpolation: ['min'],
  },
  'password_rejected.pwned': {
    title: 'Known from a leak',
    when: 'The password is in a list of leaked or very common passwords.',
    interpolation: [],
  },
  'password_rejected.restricted.repetition': {
    title: 'Repetition',
    when: 'The password leans on repeated characters.',
    interpolation: [],
  },
  'password_rejected.restricted.sequence': {
    title: 'Sequence',
    when: 'The password leans on a sequence such as `123456` or `qwerty`.',
    interpolation: [],
  },
  'password_rejected.restricted.user_info': {
    title: 'Personal information',
    when: 'The password leans on the name, username, email address or phone number of the account.',
    interpolation: [],
  },
  'password_rejected.restricted.words': {
    title: 'Forbidden word',
    when: 'The password leans on a word that the policy of this tenant forbids.',
    interpolation: [],
  },
} as const satisfies Record<`password_rejected.${string}`, PasswordIssueSpec>;

/** A code of {@link passwordIssues}. */
export type PasswordIssueCode = keyof typeof passwordIssues;
