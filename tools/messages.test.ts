/**
 * Prevents sentences that nobody reads: they are translated, reviewed and shipped, and the next person changes the dead
 * one and wonders why the page stays as it was.
 *
 * The compiler already refuses a sentence that a page uses and the catalogue lacks, wherever the key is written out. This
 * looks from the other side: every sentence of a page must be named by some source of a browser or of the server, and by
 * none that does not load it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { everything } from '../packages/messages/src/testing/everything.ts';

const root = new URL('..', import.meta.url).pathname;

const sections = ['common', 'pages', 'account', 'console'] as const;
const keysOf = (section: (typeof sections)[number]): string[] => Object.keys(everything.en[section] ?? {});

/** Which sentences are there where a source runs: those that its entry loads, or the least of the entries that it is part of. */
const loadedBy: Readonly<Record<string, readonly (typeof sections)[number][]>> = {
  'packages/client/src/react': ['common', 'account'],
  'packages/web/src/ui': ['common'],
  'packages/web/src/relying-party': ['common'],
  'packages/web/src/sign-in': ['common', 'pages'],
  'packages/web/src/demo-app': ['common', 'pages'],
  'packages/web/src/account': ['common', 'account'],
  'packages/web/src/account-preview': ['common', 'account', 'console'],
  'packages/web/src/console': ['common', 'account', 'console'],
};

const sourcesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map(name => readFileSync(join(root, folder, name), 'utf8'));

/** Keys that a source names: written out, or as a template such as `` `password.rule.${rule}` `` that stands for many. */
const namedIn = (source: string): { keys: Set<string>; families: RegExp[] } => {
  const keys = new Set(
    [...source.matchAll(/['"`](?:(?:pages|mails)\.)?([A-Za-z_]+(?:\.[A-Za-z_]+)*)['"`]/g)].map(([, key]) => key ?? ''),
  );
  const families = [...source.matchAll(/`(?:(?:pages|mails)\.)?([A-Za-z_]+\.(?:[A-Za-z_.]|\$\{[^`{}]*\})*)`/g)]
    .map(([, template]) => template ?? '')
    .filter(template => template.includes('${'))
    .map(template => new RegExp(`^${template.replace(/\$\{[^}]*\}/g, '[A-Za-z_]+').replaceAll('.', '\\.')}$`));
  return { keys, families };
};

const unused = (keys: readonly string[], sources: readonly string[]): string[] => {
  const named = sources.map(namedIn);
  return keys.filter(key => !named.some(one => one.keys.has(key) || one.families.some(family => family.test(key))));
};

/**
 * Sentences of mails that nobody sends. Their keys are families, `code.<kind>.<part>` and `notice.<kind>.<part>`, and the
 * types of the kinds come from the keys themselves: a kind lives only where a source writes its name.
 */
const unsent = (keys: readonly string[], sources: readonly string[]): string[] => {
  const written = new Set(sources.flatMap(source => [...namedIn(source).keys]));
  const composed = sources
    .flatMap(source => [...source.matchAll(/`\$\{\w+\}(_[a-z_]+)`/g)])
    .map(([, end]) => new RegExp(`^[a-z]+${end}$`));
  const isWritten = (key: string) => {
    const [, kind] = /^(?:code|notice)\.([A-Za-z_]+)\.[A-Za-z_]+$/.exec(key) ?? [];
    return kind === undefined || written.has(key) || written.has(kind) || composed.some(one => one.test(kind));
  };
  return [...new Set([...unused(keys, sources), ...keys.filter(key => !isWritten(key))])];
};

/** Keys that are asked for in `text('…')` and `rich('…')`; keys in variables are the compiler's to check. */
const missing = (keys: readonly string[], sources: readonly string[]): string[] =>
  sources
    .flatMap(source => [...source.matchAll(/\b(?:text|rich)\(\s*['"]([^'"]+)['"]/g)].map(([, key]) => key ?? ''))
    .filter(key => !keys.includes(key));

describe('sentences', () => {
  const keys = sections.flatMap(keysOf);
  const browser = ['packages/web/src', 'packages/client/src/react'].flatMap(sourcesBelow);
  const server = sourcesBelow('packages/server/src');

  test('each has a key of its own', () => {
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test('each is said somewhere', () => {
    expect(unused(keys, [...browser, ...server])).toEqual([]);
  });

  test('each of a mail is sent somewhere', () => {
    expect(unsent(Object.keys(everything.en.mails ?? {}), server)).toEqual([]);
  });

  test.each(Object.entries(loadedBy))('%s says what is loaded there', (folder, loaded) => {
    const there = loaded.flatMap(keysOf);
    const sources = sourcesBelow(folder);
    expect(missing(there, sources)).toEqual([]);
    // A key that is written out in another way than as an argument: in a table, in a property.
    const elsewhere = keys.filter(key => !there.includes(key));
    expect(elsewhere.filter(key => sources.some(source => namedIn(source).keys.has(key)))).toEqual([]);
  });

  test('the checks see what they are for', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source text of a template
    const source = "text('a.used'); rich(`b.${kind}`, {}); formatMessage(locale, 'pages.c'); text('d.gone')";
    expect(unused(['a.used', 'b.one', 'b.two', 'c', 'a.dead', 'bc.one'], [source])).toEqual(['a.dead', 'bc.one']);
    expect(missing(['a.used', 'c'], [source])).toEqual(['d.gone']);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source text of a template
    const mail = "say(`notice.${kind}.text`); plan('made'); say('layout.by')";
    const keys = ['notice.made.text', 'notice.dead.text', 'notice.made.more', 'layout.by', 'layout.dead'];
    expect(unsent(keys, [mail]).sort()).toEqual(['layout.dead', 'notice.dead.text', 'notice.made.more']);
  });
});
