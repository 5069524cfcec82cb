/**
 * Prevents: an application whose own buttons change when it mounts our parts, ours when its style sheet is loaded, and a part
 * that stands there without its style, since nobody wrote down that it uses another piece of the component library.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readImports } from './arrows/read-imports.ts';
import { scoped } from './lib/embedded-styles.mjs';

const root = new URL('..', import.meta.url).pathname;
const sources = join(root, 'packages/client/src/react');

describe('a selector', () => {
  test.each([
    // Weighs two classes more than it did, so that no rule of ours wins over another one that it did not win over.
    ['.fh-notice', '.fh-root.fh-root .fh-notice'],
    ['.fh-root .mantine-Input-input', '.fh-root.fh-root.fh-root .mantine-Input-input'],
    [':where(button)', '.fh-root.fh-root :where(button)'],
    ['*', '.fh-root.fh-root *'],
    // Our root is the root.
    [':root', '.fh-root'],
    [':root[data-mantine-color-scheme="dark"]', '.fh-root[data-mantine-color-scheme="dark"]'],
    ['.fh-root:lang(zh-TW)', '.fh-root:lang(zh-TW)'],
    // A dark page around a light part: the scheme is that of our root.
    [
      ':where([data-mantine-color-scheme="dark"]) .m_1',
      '.fh-root.fh-root.fh-root:where([data-mantine-color-scheme="dark"]) .m_1',
    ],
    ['[data-mantine-color-scheme="dark"] .m_1', '.fh-root.fh-root.fh-root[data-mantine-color-scheme="dark"] .m_1'],
    [':where([dir="rtl"]) .m_1', '.fh-root.fh-root.fh-root:where([dir="rtl"]) .m_1'],
    // Not ours.
    ['body', undefined],
    ['html', undefined],
    [':host', undefined],
  ])('%s', (selector, expected) => {
    expect(scoped(selector)).toBe(expected);
  });
});

const mantine = join(root, 'node_modules/@mantine/core');

/** Files of the component library by the name of what they export. */
const modules = new Map(
  readdirSync(join(mantine, 'esm'), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.mjs'))
    .map(path => [path.replace(/^.*\/|\.mjs$/g, ''), join(mantine, 'esm', path)] as const),
);

/** The style sheets that a part of the component library needs: its own, and those of what it is made of. */
function sheetsOf(name: string, seen = new Set<string>()): Set<string> {
  const enter = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(/^import (?:[^'"]*from )?["'](\.[^"']+)["']/gm)) {
      enter(join(dirname(file), target));
    }
  };
  const file = modules.get(name);
  if (file !== undefined) enter(file);
  const styled = [...seen].map(path => /([^/]+)\.module\.mjs$/.exec(path)?.[1] ?? '');
  return new Set(styled.filter(part => existsSync(join(mantine, 'styles', `${part}.css`))));
}

/** A field's button that empties it, and the mark of a list: pieces of pieces that nothing of ours has shown. */
const neverShown = ['CloseButton', 'Combobox'];

describe('the style sheet of what applications mount', () => {
  const sheet = readFileSync(join(sources, 'styles.css'), 'utf8');
  const imported = [...sheet.matchAll(/@mantine\/core\/styles\/([^.]+)\.css/g)].map(([, part]) => part ?? '');

  test('has every piece of the component library that a part uses', () => {
    const used = readdirSync(sources, { recursive: true, encoding: 'utf8' })
      // The theme sets how pieces look wherever they are used; by itself it shows none.
      .filter(path => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && path !== 'kit/theme.ts')
      .flatMap(path => namesFromMantine(path));
    expect(used).toEqual(expect.arrayContaining(['Button', 'TextInput']));
    const needed = new Set([...new Set(used)].flatMap(name => [...sheetsOf(name)]));
    expect([...needed].filter(part => ![...imported, ...neverShown].includes(part))).toEqual([]);
  });

  test('the check sees what a piece is made of', () => {
    expect([...sheetsOf('TextInput')]).toContain('Input');
    expect([...sheetsOf('Modal')]).toEqual(expect.arrayContaining(['Modal', 'ModalBase', 'Overlay', 'CloseButton']));
  });
});

function namesFromMantine(path: string): string[] {
  const source = readFileSync(join(sources, path), 'utf8');
  if (!readImports(path, source).imports.some(({ target }) => target === '@mantine/core')) return [];
  const [, names = ''] = /import \{([^}]*)\} from '@mantine\/core'/.exec(source) ?? [];
  return names
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '' && !name.startsWith('type '));
}
