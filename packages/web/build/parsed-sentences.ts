import { IntlMessageFormat } from 'intl-messageformat';
import type { Plugin } from 'vite';

/** The languages, a folder each. */
const catalogue = /[/\\]messages[/\\]src[/\\][a-z]{2}(?:-[a-z]+)?[/\\].*\.ts$/;
/** Their places are filled with what is typed as it stands, piece by piece: they stay texts. */
const guides = /[/\\]connector-guides\.ts$/;

/**
 * Parses the sentences of the pages at build time, and leaves the parser out of the pages: it is a tenth of what a first
 * visit loads, and does the same work again on every phone.
 */
export function parsedSentences(): Plugin {
  return {
    name: 'parsed-sentences',
    apply: 'build',
    config: () => ({
      resolve: {
        alias: [
          {
            find: /^@formatjs\/icu-messageformat-parser$/,
            replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
          },
        ],
      },
    }),
    transform(code, id) {
      if (!catalogue.test(id) || guides.test(id)) return undefined;
      const found: Literal[] = [];
      collect(this.parse(code), found);
      let parsed = code;
      // From the end, so that what stands before keeps its place.
      for (const { start, end, value } of found.toSorted((a, b) => b.start - a.start)) {
        const tree = new IntlMessageFormat(value, 'en', undefined, { ignoreTag: true }).getAst();
        parsed = `${parsed.slice(0, start)}${JSON.stringify(tree, withoutPlaces)}${parsed.slice(end)}`;
      }
      return { code: parsed, map: null };
    },
  };
}

interface Literal {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** Finds the sentences that have places to fill: texts that are values of an object. */
function collect(node: unknown, found: Literal[]): void {
  if (Array.isArray(node)) {
    for (const one of node) collect(one, found);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const { type, value } = node as { readonly type?: string; readonly value?: unknown };
  const literal = value as (Literal & { readonly type?: string }) | null | undefined;
  if (type === 'Property' && literal?.type === 'Literal' && typeof literal.value === 'string') {
    if (/[{}']/.test(literal.value)) found.push(literal);
    return;
  }
  for (const child of Object.values(node)) collect(child, found);
}

/** Where something stood in the source is for messages of the parser. */
const withoutPlaces = (key: string, value: unknown): unknown => (key === 'location' ? undefined : value);
