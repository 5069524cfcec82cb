import { brandTheme, type SignInExperience, schemeColors } from '@freehold/contract';

/** Style sheets by the colours that they were written from: a tenant's do not change between two page views. */
const written = new Map<string, string>();
const MOST = 200;

/** The style sheet that lays a tenant's colours over the palette of the pages; undefined while they are the shipped ones. */
export function themeCss(color: SignInExperience['color']): string | undefined {
  const colors = schemeColors(color);
  if (colors === undefined) return undefined;
  const key = `${colors.light} ${colors.dark}`;
  const known = written.get(key);
  if (known !== undefined) return known;
  if (written.size >= MOST) written.clear();
  const css = brandTheme(colors);
  written.set(key, css);
  return css;
}
