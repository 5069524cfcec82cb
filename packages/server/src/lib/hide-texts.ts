/**
 * A text without any of `secrets`, a mask in the place of each. The longest go first: one that stands within another would
 * leave that one's ends.
 *
 * @param shortest what is shorter is no secret, and hiding it would tear holes into every sentence
 */
export const hideTexts = (
  text: string,
  secrets: readonly string[],
  { mask, shortest }: { readonly mask: string; readonly shortest: number },
): string =>
  secrets
    .filter(secret => secret.length >= shortest)
    .sort((one, other) => other.length - one.length)
    .reduce((rest, secret) => rest.replaceAll(secret, () => mask), text);
