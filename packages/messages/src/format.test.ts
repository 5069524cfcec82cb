import { describe, expect, test } from 'vitest';
import { compile, createFormatter, type ParsedSentence } from './format.ts';
import type { Locale } from './locales.ts';
import { everything } from './testing/everything.ts';

/** Something for every place of a sentence: a number, which is also a text. */
const valuesOf = (tree: ParsedSentence): Record<string, number> => {
  const found: Record<string, number> = {};
  JSON.stringify(tree, (_key, node) => {
    if (typeof node === 'object' && node !== null && 'type' in node && 'value' in node && node.type !== 0) {
      found[String(node.value)] = 3;
    }
    return node;
  });
  return found;
};

describe('a sentence that was parsed before it was shipped', () => {
  test.each(Object.entries(everything))('says the same: %s', (tag, sections) => {
    const locale = tag as Locale;
    for (const text of Object.values(sections).flatMap(section => Object.values(section))) {
      const tree: ParsedSentence = JSON.parse(JSON.stringify(compile(locale, text).getAst()));
      const written = createFormatter(locale, { key: text });
      const parsed = createFormatter(locale, { key: tree });
      const values = valuesOf(tree);
      expect(parsed.text('key', values)).toBe(written.text('key', values));
      expect(parsed.parts('key', values)).toEqual(written.parts('key', values));
    }
  });

  test('is its key where a value is missing: there is no text to show', () => {
    const tree = compile('en', 'Hello {name}').getAst();
    expect(createFormatter('en', { greeting: tree }).text('greeting')).toBe('greeting');
    expect(createFormatter('en', { greeting: 'Hello {name}' }).text('greeting')).toBe('Hello {name}');
  });
});

describe('a sentence without places', () => {
  test('is as it stands', () => {
    const { text, parts } = createFormatter('en', { a: 'It’s “so” <b> # & 100 %', b: "a '{'quoted'}' brace" });
    expect(text('a')).toBe('It’s “so” <b> # & 100 %');
    expect(parts('a', {})).toEqual(['It’s “so” <b> # & 100 %']);
    expect(text('b')).toBe('a {quoted} brace');
  });
});
