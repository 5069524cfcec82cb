/** The digits and signs that people put in place of a letter. `1`, `l`, `!`, `|` and `i` stand for each other. */
const LETTERS = new Map([
  ['0', 'o'],
  ['1', 'i'],
  ['l', 'i'],
  ['!', 'i'],
  ['|', 'i'],
  ['3', 'e'],
  ['4', 'a'],
  ['@', 'a'],
  ['5', 's'],
  ['$', 's'],
  ['7', 't'],
  ['+', 't'],
  ['8', 'b'],
]);

/**
 * Writes a text in small letters, and everything that can be read as a letter as that letter: `P@ssw0rd` and `PASSWORD`
 * become the same. The result is for comparing two folded texts, not for reading.
 */
export function foldLookAlikes(text: string): string {
  return text.toLowerCase().replace(/[01l!|34@5$7+8]/g, sign => LETTERS.get(sign) ?? sign);
}
