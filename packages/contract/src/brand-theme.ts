import { brandColors, type ColorScheme } from './brand-colors.ts';

/** The two colours that a tenant has. */
export interface TenantColors {
  readonly primaryColor: string;
  readonly darkPrimaryColor: string;
}

/** What a tenant starts with: the palette of the pages itself. */
export const shippedColors = { primaryColor: '#2456d6', darkPrimaryColor: '#8fb0ff' } as const satisfies TenantColors;

/**
 * The colour of either scheme; undefined while they are the shipped ones. Whoever has set one colour has one: ours beside it
 * would look like a mistake.
 */
export function schemeColors({
  primaryColor,
  darkPrimaryColor,
}: TenantColors): Record<ColorScheme, string> | undefined {
  const isShipped = darkPrimaryColor === shippedColors.darkPrimaryColor;
  if (isShipped && primaryColor === shippedColors.primaryColor) return undefined;
  return { light: primaryColor, dark: isShipped ? primaryColor : darkPrimaryColor };
}

/**
 * The style sheet that lays a tenant's colours over the palette of the pages. Nothing of what the tenant has stored stands
 * in it: every colour has been read and is written anew.
 */
export const brandTheme = ({ light, dark }: Record<ColorScheme, string>): string =>
  `.fh-root{${variables(light, 'light')}}\n.fh-root[data-mantine-color-scheme="dark"]{${variables(dark, 'dark')}}\n`;

/**
 * The dark half of it alone, for browsers that run no scripts: on their pages the markup names no scheme, so that this is
 * linked where the system is dark.
 */
export const darkBrandTheme = ({ dark }: Record<ColorScheme, string>): string =>
  `.fh-root[data-mantine-color-scheme]{${variables(dark, 'dark')}}\n`;

function variables(color: string, scheme: ColorScheme): string {
  const { accent, accentHover, onAccent, accentText, accentSoft, needsEdge } = brandColors(color, scheme);
  return Object.entries({
    accent,
    'accent-hover': accentHover,
    'on-accent': onAccent,
    'accent-text': accentText,
    'accent-soft': accentSoft,
    'accent-edge': needsEdge ? 'var(--fh-control)' : 'transparent',
  })
    .map(([name, value]) => `--fh-${name}:${value}`)
    .join(';');
}
