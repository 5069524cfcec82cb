const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const letters = (text: string): string[] =>
  [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)]
    .map(({ segment }) => segment)
    .filter(segment => /\p{L}/u.test(segment));

/**
 * What stands for a person without a picture: the first letters of the first and the last word; of a name that is written
 * without spaces its last two characters, since the family name stands first. Empty where there is no letter.
 */
export function initialsOf(name: string): string {
  const words = name
    .split(/\s+/)
    .map(letters)
    .filter(word => word.length > 0);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (unspaced.test(first[0] ?? '')) {
    const all = words.flat();
    return (all.length >= 3 ? all.slice(-2) : all).join('');
  }
  return `${first[0] ?? ''}${words.length > 1 ? (last[0] ?? '') : ''}`.toLocaleUpperCase();
}

/** White keeps 5.9:1 on each of them. */
const grounds = [
  '#b42318',
  '#9a4a00',
  '#7a5b00',
  '#3b6b12',
  '#0b6e5f',
  '#0b6483',
  '#2456d6',
  '#5b3fc4',
  '#8a2fa8',
  '#a8246b',
  '#5b6472',
  '#6b4e3d',
] as const;

/** The colour behind the initials, always the same for one person. */
export function groundOf(id: string): string {
  const hash = [...id].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521, 7);
  return grounds[hash % grounds.length] ?? grounds[0];
}
