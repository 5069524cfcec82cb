import { expect, test } from 'vitest';
import { brandColors } from './brand-colors.ts';
import { brandTheme, darkBrandTheme, schemeColors, shippedColors } from './brand-theme.ts';

test('a tenant that has set no colour has the palette of the pages', () => {
  expect(schemeColors(shippedColors)).toBeUndefined();
});

test.each([
  [
    { primaryColor: '#0b6e5f', darkPrimaryColor: shippedColors.darkPrimaryColor },
    { light: '#0b6e5f', dark: '#0b6e5f' },
  ],
  [
    { primaryColor: '#0b6e5f', darkPrimaryColor: '#ffcc00' },
    { light: '#0b6e5f', dark: '#ffcc00' },
  ],
  [
    { primaryColor: shippedColors.primaryColor, darkPrimaryColor: '#ffcc00' },
    { light: shippedColors.primaryColor, dark: '#ffcc00' },
  ],
])('one that has set %j has them', (colors, schemes) => {
  expect(schemeColors(colors)).toEqual(schemes);
});

test('each scheme has its own colour, made readable on its own ground', () => {
  const [light = '', dark = ''] = brandTheme({ light: '#0b6e5f', dark: '#ffcc00' }).split('\n');
  expect(light).toMatch(/^\.fh-root\{/);
  expect(dark).toMatch(/^\.fh-root\[data-mantine-color-scheme="dark"\]\{/);
  for (const [sheet, color, scheme] of [
    [light, '#0b6e5f', 'light'],
    [dark, '#ffcc00', 'dark'],
  ] as const) {
    const { accent, accentHover, onAccent, accentText, accentSoft } = brandColors(color, scheme);
    expect(sheet).toContain(
      `--fh-accent:${accent};--fh-accent-hover:${accentHover};--fh-on-accent:${onAccent};--fh-accent-text:${accentText};--fh-accent-soft:${accentSoft};`,
    );
  }
});

test('the dark half alone says the same, whatever scheme the markup names', () => {
  const colors = { light: '#0b6e5f', dark: '#ffcc00' };
  const [, dark = ''] = brandTheme(colors).split('\n');
  expect(darkBrandTheme(colors)).toBe(`${dark.replace('="dark"', '')}\n`);
});

test('a button that would be lost on the card has an edge', () => {
  expect(brandTheme({ light: '#ffffff', dark: '#ffffff' })).toContain('--fh-accent-edge:var(--fh-control)');
  expect(brandTheme({ light: '#000000', dark: '#ffffff' })).toMatch(/^\.fh-root\{[^}]*--fh-accent-edge:transparent/);
});

test('nothing of what is stored stands in it but a colour', () => {
  expect(brandTheme({ light: '#ABC', dark: '#abc' })).not.toContain('#ABC');
});
