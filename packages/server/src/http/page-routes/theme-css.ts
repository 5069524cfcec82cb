import { brandColors, type ColorScheme, type SignInExperience } from '@freehold/contract';
import { shippedSignInExperience } from '../../sign-in-experience/index.ts';

/** Style sheets by the colours that they were written from: a tenant's do not change between two page views. */
const written = new Map<string, string>();
const MOST = 200;

/**
 * The style sheet that lays a tenant's colours over the palette of the pages; undefined while they are the shipped ones.
 * Nothing of what the tenant has stored stands in it: every colour has been read and is written anew.
 */
export function themeCss({ primaryColor, darkPrimaryColor }: SignInExperience['color']): string | undefined {
  const shipped = shippedSignInExperience.color;
  if (primaryColor === shipped.primaryColor && darkPrimaryColor === shipped.darkPrimaryColor) return undefined;
  // Whoever has set one colour has one: ours beside it would look like a mistake.
  const dark = darkPrimaryColor === shipped.darkPrimaryColor ? primaryColor : darkPrimaryColor;
  const key = `${primaryColor} ${dark}`;
  const known = written.get(key);
  if (known !== undefined) return known;
  if (written.size >= MOST) written.clear();
  const css = `.fh-root{${variables(primaryColor, 'light')}}\n.fh-root[data-mantine-color-scheme="dark"]{${variables(dark, 'dark')}}\n`;
  written.set(key, css);
  return css;
}

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
