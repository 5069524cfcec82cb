/** Longest pattern that the server takes. */
const maxPattern = 256;

/**
 * The pattern that finds what was typed anywhere in an identifier. `%`, `_` and `\` mean themselves. A phone number counts as
 * its digits, as it is stored; the zero that stands before it inside a country is no part of it.
 */
export function searchPattern(typed: string): string | undefined {
  const value = typed.normalize('NFKC').toWellFormed().replaceAll('\0', '').trim();
  if (value === '') return undefined;
  const isPhone = /^\+?[\d\s().-]{3,}$/.test(value);
  const looked = isPhone ? value.replace(/\D/g, '').replace(/^0+/, '') : value;
  if (looked === '') return undefined;
  const escaped = looked.slice(0, maxPattern - 2).replace(/[\\%_]/g, '\\$&');
  // Cut within an escape, the pattern would end in what escapes nothing.
  const cut = escaped.slice(0, maxPattern - 2).replace(/(?<!\\)(?:\\\\)*\\$/, match => match.slice(0, -1));
  return `%${cut}%`;
}
