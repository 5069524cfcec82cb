/**
 * The look-up of RFC 4647, section 3.4, over tags that an administrator has chosen: the wishes in their order, each cut
 * from its end until one of the tags is it. `fr-CA` finds `fr`, never the other way round; `zh-Hant-TW` finds `zh-Hant`.
 *
 * @returns the tag as it is written in `available`, or undefined
 */
export function lookUpLanguage(wishes: readonly string[], available: readonly string[]): string | undefined {
  const byTag = new Map(available.map(tag => [tag.toLowerCase(), tag]));
  for (const wish of wishes) {
    const subtags = wish.toLowerCase().split('-').slice(0, MAX_SUBTAGS);
    while (subtags.length > 0) {
      const found = byTag.get(subtags.join('-'));
      if (found !== undefined) return found;
      subtags.pop();
      // A single letter opens an extension and means nothing without what followed it.
      if (subtags.at(-1)?.length === 1) subtags.pop();
    }
  }
  return undefined;
}

const MAX_SUBTAGS = 8;
