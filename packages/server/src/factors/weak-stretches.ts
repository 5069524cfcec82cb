import { foldLookAlikes } from './look-alikes.ts';

/** Why a stretch of a password is easy to guess. */
export type WeakKind = 'repetition' | 'sequence' | 'user_info' | 'words';

/** The characters from `start` up to `end` (excluded), as indices of code points. */
export interface WeakStretch {
  readonly kind: WeakKind;
  readonly start: number;
  readonly end: number;
}

/** Alphabet and digits: three in a row are a sequence. */
const ALPHABETS = ['abcdefghijklmnopqrstuvwxyz', '01234567890'];
/** Rows and columns of keyboards: four, because `ert` or `was` occur in words. */
const KEYBOARDS = [
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'qsdfghjklm',
  'zxcvbnm',
  'yxcvbnm',
  'qazwsxedcrfvtgbyhnujm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
];
const LINES = [...ALPHABETS.map(text => ({ text, least: 3 })), ...KEYBOARDS.map(text => ({ text, least: 4 }))].flatMap(
  line => [line, { ...line, text: [...line.text].reverse().join('') }],
);

const LEAST_SAME = 3;
const LEAST_REPEATED_BLOCKS = 6;
const LONGEST_BLOCK = 64;
const LEAST_PHONE_DIGITS = 5;
const LEAST_INFO_LENGTH = 3;
const LEAST_WORD_LENGTH = 2;

/** Splits into code points, small, without accents: one entry a character, so that indices stay those of the password. */
function lettersOf(text: string): string[] {
  return Array.from(text, character => Array.from(character.normalize('NFKD').toLowerCase())[0] ?? character);
}

/** How many entries from `i` on equal those of `text` from `j` on. */
function commonLength(letters: readonly string[], i: number, text: readonly string[], j: number): number {
  let length = 0;
  while (i + length < letters.length && j + length < text.length && letters[i + length] === text[j + length]) {
    length += 1;
  }
  return length;
}

/** A run of one character as a whole; of a repeated block its repeats, for the first is as good as any other text. */
function repetitions(letters: readonly string[]): WeakStretch[] {
  const found: WeakStretch[] = [];
  for (let block = 1; block <= Math.min(LONGEST_BLOCK, letters.length / 2); block += 1) {
    const least = block === 1 ? LEAST_SAME : Math.max(LEAST_REPEATED_BLOCKS, 2 * block);
    let start = block;
    for (let i = block; i <= letters.length; i += 1) {
      if (i === letters.length || letters[i] !== letters[i - block]) {
        if (i - start + block >= least) {
          found.push({ kind: 'repetition', start: block === 1 ? start - 1 : start, end: i });
        }
        start = i + 1;
      }
    }
  }
  return found;
}

function sequences(letters: readonly string[]): WeakStretch[] {
  const found: WeakStretch[] = [];
  for (const { text, least } of LINES) {
    const line = [...text];
    for (let start = 0; start < letters.length; start += 1) {
      const j = line.indexOf(letters[start] ?? '');
      const length = j < 0 ? 0 : commonLength(letters, start, line, j);
      if (length >= least) {
        found.push({ kind: 'sequence', start, end: start + length });
      }
    }
  }
  return found;
}

function occurrences(letters: readonly string[], kind: WeakKind, word: string, least: number): WeakStretch[] {
  const found: WeakStretch[] = [];
  const wanted = lettersOf(word).map(foldLookAlikes);
  if (wanted.length < least) {
    return found;
  }
  for (let start = 0; start + wanted.length <= letters.length; start += 1) {
    if (commonLength(letters, start, wanted, 0) === wanted.length) {
      found.push({ kind, start, end: start + wanted.length });
    }
  }
  return found;
}

/** Any five digits in a row of a phone number: people leave out the country or the area. */
function phoneParts(letters: readonly string[], phone: string): WeakStretch[] {
  const digits = Array.from(phone.replace(/\D/g, ''), foldLookAlikes);
  const found: WeakStretch[] = [];
  for (let start = 0; start < letters.length; start += 1) {
    const length = Math.max(0, ...digits.map((_, j) => commonLength(letters, start, digits, j)));
    if (length >= LEAST_PHONE_DIGITS) {
      found.push({ kind: 'user_info', start, end: start + length });
    }
  }
  return found;
}

/** A name as a whole and in the parts that people see in it: `ada.lovelace` is also `ada` and `lovelace`. */
function partsOf(name: string): string[] {
  return [name, ...name.split(/[^\p{L}\p{N}]+/u)];
}

/** What a person's password should not lean on. `null` and absent are the same. */
export interface UserInfo {
  readonly username?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly primaryEmail?: string | null | undefined;
  readonly primaryPhone?: string | null | undefined;
}

/** What is looked for. */
export interface WeakStretchRules {
  readonly repetitionAndSequence: boolean;
  readonly userInfo: UserInfo | undefined;
  readonly words: readonly string[];
}

/** Finds everything in a password that is easy to guess; stretches may overlap. */
export function findWeakStretches(password: string, rules: WeakStretchRules): WeakStretch[] {
  const letters = lettersOf(password);
  const folded = letters.map(foldLookAlikes);
  const { username, name, primaryEmail, primaryPhone } = rules.userInfo ?? {};
  const address = primaryEmail ? [primaryEmail, primaryEmail.split('@')[0] ?? ''] : [];
  const info = new Set([username ?? '', name ?? '', ...address].flatMap(partsOf));
  return [
    ...(rules.repetitionAndSequence ? [...repetitions(letters), ...sequences(letters)] : []),
    ...[...info].flatMap(part => occurrences(folded, 'user_info', part, LEAST_INFO_LENGTH)),
    ...phoneParts(folded, primaryPhone ?? ''),
    ...rules.words.flatMap(word => occurrences(folded, 'words', word, LEAST_WORD_LENGTH)),
  ];
}

/**
 * How long a password of `length` characters is when a weak stretch counts as one character, however long it is: whoever
 * guesses it tries `123456` or the person's name in one step. The stretches are chosen so that the result is smallest.
 */
export function effectiveLength(length: number, stretches: readonly WeakStretch[]): number {
  const startsByEnd = new Map<number, Set<number>>();
  for (const { start, end } of stretches) {
    startsByEnd.set(end, (startsByEnd.get(end) ?? new Set()).add(start));
  }
  // best[i]: the smallest count for the first i characters.
  const best = [0];
  for (let end = 1; end <= length; end += 1) {
    const before = [end - 1, ...(startsByEnd.get(end) ?? [])].map(start => best[start] ?? start);
    best.push(Math.min(...before) + 1);
  }
  return best[length] ?? length;
}
