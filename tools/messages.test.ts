/**
 * Prevents sentences that nobody reads: they are translated, reviewed and shipped, and the next person changes the dead
 * one and wonders why the page stays as it was.
 *
 * The compiler already refuses a sentence that a page uses and the catalogue lacks, wherever the key is written out. This
 * looks from the other side: every page sentence must be named by some source of the web or of the server.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogues } from '@freehold/messages';
import { describe, expect, test } from 'vitest';

const root = new URL('..', import.meta.url).pathname;

/** Sentences of states that the first pages do not have yet: a change that is on its way. Each leaves this list with its page. */
const notYetSaid = new Set(['state.outcome_checking', 'state.outcome_arrived', 'state.outcome_lost']);

const sourcesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map(name => readFileSync(join(root, folder, name), 'utf8'));

/** Keys that a source names: written out, or as a template such as `` `password.rule.${rule}` `` that stands for many. */
const namedIn = (source: string): { keys: Set<string>; families: RegExp[] } => {
  const keys = new Set(
    [...source.matchAll(/['"`](?:pages\.)?([A-Za-z_]+(?:\.[A-Za-z_]+)*)['"`]/g)].map(([, key]) => key ?? ''),
  );
  const families = [...source.matchAll(/`(?:pages\.)?([A-Za-z_]+\.(?:[A-Za-z_.]|\$\{[^`{}]*\})*)`/g)]
    .map(([, template]) => template ?? '')
    .filter(template => template.includes('${'))
    .map(template => new RegExp(`^${template.replace(/\$\{[^}]*\}/g, '[A-Za-z_]+').replaceAll('.', '\\.')}$`));
  return { keys, families };
};

const unused = (keys: readonly string[], sources: readonly string[]): string[] => {
  const named = sources.map(namedIn);
  return keys.filter(key => !named.some(one => one.keys.has(key) || one.families.some(family => family.test(key))));
};

/** Keys that are asked for in `text('…')` and `rich('…')`; keys in variables are the compiler's to check. */
const missing = (keys: readonly string[], sources: readonly string[]): string[] =>
  sources
    .flatMap(source => [...source.matchAll(/\b(?:text|rich)\(\s*['"]([^'"]+)['"]/g)].map(([, key]) => key ?? ''))
    .filter(key => !keys.includes(key));

describe('page sentences', () => {
  const keys = Object.keys(catalogues.en.pages);
  const web = sourcesBelow('packages/web/src');
  const server = sourcesBelow('packages/server/src');

  test('each is said somewhere', () => {
    expect(unused(keys, [...web, ...server]).filter(key => !notYetSaid.has(key))).toEqual([]);
  });

  test('each that is asked for exists', () => {
    expect(missing(keys, web)).toEqual([]);
  });

  test('the list of those not yet said names no other', () => {
    expect([...notYetSaid].filter(key => !unused(keys, [...web, ...server]).includes(key))).toEqual([]);
  });

  test('the checks see what they are for', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source text of a template
    const source = "text('a.used'); rich(`b.${kind}`, {}); formatMessage(locale, 'pages.c'); text('d.gone')";
    expect(unused(['a.used', 'b.one', 'b.two', 'c', 'a.dead', 'bc.one'], [source])).toEqual(['a.dead', 'bc.one']);
    expect(missing(['a.used', 'c'], [source])).toEqual(['d.gone']);
  });
});
