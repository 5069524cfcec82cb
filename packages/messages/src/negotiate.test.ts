import { describe, expect, test } from 'vitest';
import { type Locale, negotiateLocale } from './negotiate.ts';

const table: readonly [header: string | undefined, expected: Locale, why: string][] = [
  [undefined, 'en', 'no header'],
  ['', 'en', 'empty header'],
  ['en', 'en', 'the tag itself'],
  ['en-GB', 'en', 'cut to the language'],
  ['FR', 'fr', 'tags know no case'],
  ['fr-CA', 'fr', 'cut to the language'],
  ['fr-CH-1996-x-private', 'fr', 'however much stands behind it'],
  ['zh-TW', 'zh-TW', 'the tag itself'],
  ['zh-tw', 'zh-TW', 'tags know no case'],
  ['zh-Hant', 'zh-TW', 'the script'],
  ['zh-Hant-TW', 'zh-TW', 'script and region'],
  ['zh-Hant-HK', 'zh-TW', 'the script decides'],
  ['zh-HK', 'zh-TW', 'Hong Kong writes Traditional Chinese'],
  ['zh-MO', 'zh-TW', 'so does Macao'],
  ['zh-CN', 'zh-CN', 'the tag itself'],
  ['zh', 'zh-CN', 'Chinese of no place is Simplified'],
  ['zh-Hans', 'zh-CN', 'the script'],
  ['zh-SG', 'zh-CN', 'Singapore writes Simplified Chinese'],
  ['zh-Hans-TW', 'zh-CN', 'the script decides'],
  ['zh-Hant-CN', 'zh-TW', 'the script decides'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN', 'what browsers in China send'],
  ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-TW', 'what browsers in Taiwan send'],
  ['zh-HK,zh;q=0.9,en;q=0.8', 'zh-TW', 'what browsers in Hong Kong send'],
  ['ja-JP', 'ja', 'cut to the language'],
  ['de-AT', 'de', 'cut to the language'],
  ['es-419', 'es', 'a region may be a number'],
  ['de, fr;q=0.5', 'de', 'the higher q first'],
  ['it, fr;q=0.5', 'fr', 'the first that we speak'],
  ['fr;q=0.4, zh-TW;q=0.5', 'zh-TW', 'the higher q first'],
  ['fr;q=0.5, zh-TW;q=0.5', 'fr', 'equal q: their order'],
  ['fr;q=0.123, en;q=0.122', 'fr', 'three decimals count'],
  ['*', 'en', 'no wish in particular'],
  ['*, fr', 'fr', 'a star with a range behind it is passed over'],
  ['it, *;q=0.1', 'en', 'a star is no language'],
  ['fr;q=0, it', 'en', 'a refused language is never chosen'],
  ['fr;q=0, fr-CA', 'en', 'not even by its region'],
  ['fr-CA;q=0, fr', 'fr', 'refusing Canadian French refuses no other'],
  ['en;q=0, it', 'de', 'the fallback can be refused: the first of the others'],
  ['en;q=0, de;q=0, it', 'es', 'and so on'],
  ['en;q=0, de;q=0, es;q=0, fr;q=0, ja;q=0, zh-CN;q=0, zh-TW;q=0', 'en', 'who refuses everything gets the fallback'],
  [' fr-CA ; q=0.9 , en ; q=0.8 ', 'fr', 'spaces around everything'],
  ['fr;q=2', 'en', 'q above one cannot be read'],
  ['fr;q=0.1234', 'en', 'four decimals cannot be read'],
  ['fr;q=, en;q=NaN', 'en', 'q without a number'],
  ['fr;q=1;q=0', 'en', 'q twice'],
  ['constructor, __proto__, toString, hasOwnProperty', 'en', 'names of every object are no languages'],
  [',,,;;;===,-,--,-fr', 'en', 'punctuation'],
  ['\u0000\uD800fr, 繁體中文', 'en', 'no tags at all'],
];

describe('negotiateLocale', () => {
  test.each(table)('%j → %s: %s', (header, expected) => {
    expect(negotiateLocale(header)).toBe(expected);
  });

  test('falls back to the language it is given', () => {
    expect(negotiateLocale('it', 'fr')).toBe('fr');
    expect(negotiateLocale('en', 'fr')).toBe('en');
  });

  test('a header of any length costs bounded work', () => {
    const hostile = [
      'x'.repeat(1_000_000),
      'a-'.repeat(500_000),
      ','.repeat(1_000_000),
      `fr;q=0.${'0'.repeat(1_000_000)}`,
      'aa;q=0.5,'.repeat(200_000),
    ];
    const before = process.cpuUsage();
    for (let round = 0; round < 20; round += 1)
      for (const header of hostile) expect(negotiateLocale(header)).toBe('en');
    const { user, system } = process.cpuUsage(before);
    // 100 headers of a megabyte: a few milliseconds when cut, seconds when walked.
    expect((user + system) / 1000).toBeLessThan(500);
  });

  test('what stands before the cut counts, a tag that the cut goes through does not', () => {
    expect(negotiateLocale(`fr,${'it,'.repeat(10_000)}`)).toBe('fr');
    // 1021 characters, a comma, then `fr` as the last two before the cut: it is the head of `fro`.
    const upToTheCut = `${'d'.repeat(1021)},fro`;
    expect(upToTheCut.slice(0, 1024).endsWith(',fr')).toBe(true);
    expect(negotiateLocale(upToTheCut)).toBe('en');
  });
});
