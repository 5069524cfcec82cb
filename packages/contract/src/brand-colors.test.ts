import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { brandColors, brandGround, type ColorScheme, contrastOf } from './brand-colors.ts';

const schemes = ['light', 'dark'] as const;

/** A grid over all that a screen shows, what people call brand colours, and what nobody should choose. */
const colors = [
  ...['00', '33', '66', '80', '99', 'cc', 'ff'].flatMap((r, _, steps) =>
    steps.flatMap(g => steps.map(b => `#${r}${g}${b}`)),
  ),
  ...['#2456d6', '#8fb0ff', '#e50914', '#1db954', '#ffcc00', '#ff6600', '#fffffe', '#000001', '#777777', '#767676'],
  ...['#fff', '#000', '#abc', '#F0A', '#ff0'],
];

test('contrast is that of WCAG', () => {
  expect(contrastOf('#ffffff', '#000000')).toBeCloseTo(21, 5);
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.478, 2);
  expect(contrastOf('#767676', '#ffffff')).toBeGreaterThanOrEqual(4.5);
  expect(contrastOf('#fff', '#FFFFFF')).toBe(1);
  expect(contrastOf('#2456d6', '#ffffff')).toBeCloseTo(6.2, 1);
});

describe.each(schemes)('whatever colour a tenant has, %s', scheme => {
  const ground = brandGround[scheme];
  const grounds = [ground.card, ground.page, ground.raised, ground.sunken];
  const worst = (of: (color: string) => number) => Math.min(...colors.map(of));

  test('words on the button can be read, pointed at or not', () => {
    const on = (color: string) => {
      const { accent, accentHover, onAccent } = brandColors(color, scheme);
      return Math.min(contrastOf(onAccent, accent), contrastOf(onAccent, accentHover));
    };
    expect(worst(on)).toBeGreaterThanOrEqual(4.5);
  });

  test('pointing at the button shows', () => {
    const moves = colors.filter(color => {
      const { accent, accentHover } = brandColors(color, scheme);
      return contrastOf(accent, accentHover) < 1.04;
    });
    expect(moves).toEqual([]);
  });

  test('links can be read wherever they may stand', () => {
    const link = (color: string) => {
      const { accentText, accentSoft } = brandColors(color, scheme);
      return Math.min(...[...grounds, accentSoft].map(one => contrastOf(accentText, one)));
    };
    expect(worst(link)).toBeGreaterThanOrEqual(4.5);
  });

  test('text can be read on what is selected', () => {
    expect(worst(color => contrastOf(ground.text, brandColors(color, scheme).accentSoft))).toBeGreaterThanOrEqual(4.5);
  });

  test('a button either stands out from the card or gets an edge', () => {
    const lost = colors.filter(color => {
      const { accent, needsEdge } = brandColors(color, scheme);
      return needsEdge !== contrastOf(accent, ground.card) < 3;
    });
    expect(lost).toEqual([]);
  });

  test('everything is a colour', () => {
    for (const color of colors) {
      const { needsEdge: _, ...made } = brandColors(color, scheme);
      for (const hex of Object.values(made)) expect(hex).toMatch(/^#[\da-f]{6}$/);
    }
  });
});

describe('a brand', () => {
  test('is left as it is where nothing is lost by it', () => {
    expect(brandColors('#2456D6', 'light')).toMatchObject({ accent: '#2456d6', onAccent: '#ffffff', needsEdge: false });
    expect(brandColors('#2456d6', 'light').accentText).toBe('#2456d6');
    expect(brandColors('#0a0', 'light').accent).toBe('#00aa00');
  });

  test('keeps its hue where it is moved', () => {
    // Yellow as a link becomes a dark yellow: more red and green than blue, and still about as much of both.
    const { accentText } = brandColors('#ffcc00', 'light');
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => Number.parseInt(accentText.slice(at, at + 2), 16));
    expect(r).toBeGreaterThan(b + 60);
    expect(g).toBeGreaterThan(b + 40);
    expect(brandColors('#ffcc00', 'light')).toMatchObject({ onAccent: '#000000', needsEdge: true });
  });

  test('that is dark gets lighter links on dark ground, and an edge', () => {
    const { accentText, needsEdge } = brandColors('#101040', 'dark');
    expect(contrastOf(accentText, '#171b21')).toBeGreaterThanOrEqual(4.5);
    expect(needsEdge).toBe(true);
  });
});

test.each<ColorScheme>(['light', 'dark'])('the ground is that of the pages: %s', scheme => {
  const css = readFileSync(new URL('../../client/src/react/kit/tokens.css', import.meta.url), 'utf8');
  const block =
    scheme === 'light' ? css.indexOf('.fh-root {') : css.indexOf('.fh-root[data-mantine-color-scheme="dark"] {');
  const rules = css.slice(block, css.indexOf('}', block));
  for (const [name, value] of Object.entries(brandGround[scheme])) expect(rules).toContain(`--fh-${name}: ${value};`);
});
