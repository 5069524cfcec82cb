import { brandTheme, darkBrandTheme, type SignInExperience, schemeColors } from '@freehold/contract';

/** The style sheets that lay a tenant's colours over the palette of the pages. */
export interface ThemeSheets {
  readonly both: string;
  /** For browsers without scripts whose system is dark. */
  readonly dark: string;
}

/** Style sheets by the colours that they were written from: a tenant's do not change between two page views. */
const written = new Map<string, ThemeSheets>();
const MOST = 200;

/** The sheets of a tenant's colours; undefined while they are the shipped ones. */
export function themeCss(color: SignInExperience['color']): ThemeSheets | undefined {
  const colors = schemeColors(color);
  if (colors === undefined) return undefined;
  const key = `${colors.light} ${colors.dark}`;
  const known = written.get(key);
  if (known !== undefined) return known;
  if (written.size >= MOST) written.clear();
  const sheets = { both: brandTheme(colors), dark: darkBrandTheme(colors) };
  written.set(key, sheets);
  return sheets;
}
