import { brandColors, type ColorScheme, type SignInExperience } from '@freehold/contract';
import { isColor } from './settings.ts';

/** Lays colours that are not saved over the palette, as the server does with those that are. */
export function themeOf({ primaryColor, darkPrimaryColor }: SignInExperience['color']): string {
  // While something else is being typed, the pages keep their own.
  if (!isColor(primaryColor) || !isColor(darkPrimaryColor)) return '';
  return `.fh-root{${variables(primaryColor, 'light')}}.fh-root[data-mantine-color-scheme="dark"]{${variables(darkPrimaryColor, 'dark')}}`;
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
