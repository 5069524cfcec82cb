/** The longest text of a profile. */
export const longestText = 2048;

/** Which values are longer than the account can keep them. */
export function tooLong(values: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(values).filter(field => (values[field]?.length ?? 0) > longestText);
}
