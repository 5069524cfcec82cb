import type { PageBranding, PageEntry, SignInExperience } from '@freehold/contract';
import { findAccountCenter } from '../../account-center/index.ts';
import type { Database } from '../../database/database.ts';
import type { Tenant } from '../../operation/index.ts';
import type { PageDress } from '../pages/index.ts';
import { versionOf } from './style-version.ts';
import { themeCss } from './theme-css.ts';

/** The console stays as it was shipped: an administrator has to find the way back from any colour. */
const branded: ReadonlySet<PageEntry> = new Set<PageEntry>(['sign-in', 'account', 'account-preview', 'demo-app']);

/** The logos of a tenant, for pages that bear them. */
export function brandingOf(
  { branding: { logoUrl, darkLogoUrl } }: SignInExperience,
  entry: PageEntry,
  development: boolean,
): PageBranding | undefined {
  if (!branded.has(entry)) return undefined;
  const logo = pictureOf(logoUrl, development);
  const dark = pictureOf(darkLogoUrl, development);
  if (!logo && !dark) return undefined;
  return { ...(logo && { logoUrl: logo.href }), ...(dark && { darkLogoUrl: dark.href }) };
}

/** What makes a page the tenant's own before it starts: style sheets after ours, an icon, hosts of pictures. */
export async function dressOf(
  { database, development }: { readonly database: Database; readonly development: boolean },
  tenant: Tenant,
  entry: PageEntry,
  experience: SignInExperience,
  search: string,
): Promise<PageDress> {
  if (!branded.has(entry) && entry !== 'sign-in-preview') return {};
  const { color, branding } = experience;
  const pictures = Object.fromEntries(
    (['logoUrl', 'darkLogoUrl', 'favicon', 'darkFavicon'] as const).map(name => [
      name,
      pictureOf(branding[name], development),
    ]),
  );
  const pictureOrigins = [...new Set(Object.values(pictures).flatMap(picture => (picture ? [picture.origin] : [])))];
  // The rest comes from the console, which knows more than what is saved.
  if (entry === 'sign-in-preview') return { pictureOrigins };
  const theme = themeCss(color);
  // For an administrator whose own rule has hidden the button.
  const query = new URLSearchParams(search);
  const plain = query.get('custom_css') === '0';
  const scheme = query.get('color_scheme');
  const custom = plain ? undefined : await customCss(database, tenant, entry, experience);
  return {
    styles: [
      ...(theme === undefined ? [] : [`/theme.css?v=${versionOf(theme.both)}`]),
      ...(custom === undefined ? [] : [`/custom-css/${entry}.css?v=${versionOf(custom)}`]),
    ],
    darkStyles: theme === undefined ? [] : [`/theme-dark.css?v=${versionOf(theme.dark)}`],
    onlyLight: !color.isDarkModeEnabled,
    ...((scheme === 'light' || scheme === 'dark') && { scheme }),
    ...(pictures['favicon'] && { icon: pictures['favicon'].href }),
    ...(pictures['darkFavicon'] && { darkIcon: pictures['darkFavicon'].href }),
    pictureOrigins,
  };
}

/** The rules that an administrator has written for the pages of this entry. */
export async function customCss(
  database: Database,
  { id }: Tenant,
  entry: string,
  { customCss: ofSignIn }: Pick<SignInExperience, 'customCss'>,
): Promise<string | undefined> {
  const css =
    entry === 'sign-in' ? ofSignIn : entry === 'account' ? (await findAccountCenter(database, id)).custom_css : null;
  return css === null || css.trim() === '' ? undefined : css;
}

/**
 * The address of a picture, if the policy can name its host. A host may have characters in it that mean something there:
 * `https://*` would allow every picture of the world, `https://a;script-src` would write a policy of its own.
 */
function pictureOf(address: string | undefined, development: boolean): URL | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  const isWeb = url.protocol === 'https:' || (url.protocol === 'http:' && development);
  return isWeb && /^https?:\/\/(?:[a-z\d.-]+|\[[\da-f:.]+\])(?::\d+)?$/.test(url.origin) ? url : undefined;
}
