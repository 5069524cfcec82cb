/** Grounds of pictures that are letters: white on each of them keeps 5.9:1. */
export const avatarColors = [
  '#B42318',
  '#9A4A00',
  '#7A5B00',
  '#3B6B12',
  '#0B6E5F',
  '#0B6483',
  '#2456D6',
  '#5B3FC4',
  '#8A2FA8',
  '#A8246B',
  '#5B6472',
  '#6B4E3D',
] as const;

/** The colour of an account, the same on every page: by its id, since names change. */
export function avatarColor(id: string): string {
  let hash = 0;
  for (const character of id) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return avatarColors[hash % avatarColors.length] ?? avatarColors[0];
}

const beginsWithLetter = /^\p{L}/u;
const writtenWithoutSpaces = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * The letters that stand for a name: of Han, kana and Hangul the last two characters of a name of three or more, which are the
 * given name as a rule, else all; of other scripts the first letters of the first and the last word. Empty where a name has
 * no letters.
 */
export function initials(name: string): string {
  const words = name
    .split(/\s+/u)
    .map(word => graphemes(word).filter(one => beginsWithLetter.test(one)))
    .filter(word => word.length > 0);
  const characters = words.flat();
  if (characters.length > 0 && characters.every(one => writtenWithoutSpaces.test(one))) {
    return (characters.length >= 3 ? characters.slice(-2) : characters).join('');
  }
  const [first] = words;
  const last = words.length > 1 ? words.at(-1) : undefined;
  return `${first?.[0] ?? ''}${last?.[0] ?? ''}`.toLocaleUpperCase();
}

function graphemes(text: string): string[] {
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(({ segment }) =>
    fewMarks(segment),
  );
}

// What is piled upon a letter would not fit into a circle of 32 pixels.
const fewMarks = (letter: string): string => letter.normalize('NFC').replace(/(\p{M})\p{M}+/gu, '$1');
