/** Name of the cookie that keeps a language chosen on a page; the pages write it, scripts may read it. */
export const localeCookie = 'freehold_locale';

/** The `Set-Cookie` of a choice, for browsers without scripts. As scripts write it: they must be able to change it. */
export const keepLocale = (locale: string, endpoint: string): string =>
  `${localeCookie}=${locale}; Path=/; Max-Age=31536000; SameSite=Lax${endpoint.startsWith('https:') ? '; Secure' : ''}`;

/** What a request says about the reader's language. */
export type LocaleWishes = {
  /** The raw `Cookie` header. */
  readonly cookie: string | undefined;
  /** `ui_locales` of the authorization request or of the page's query: tags by falling preference, separated by spaces. */
  readonly uiLocales: string | undefined;
  readonly acceptLanguage: string | undefined;
};

/**
 * Chooses the language a page opens in: what the reader chose on one of our pages, else what the application
 * asks for (OpenID Connect Core §3.1.2.1, `ui_locales`), else what the browser says.
 *
 * @param negotiate the look-up of an `Accept-Language` value among the languages there are (`negotiateLocale`)
 */
export function pageLocale<Locale extends string>(
  { cookie, uiLocales, acceptLanguage }: LocaleWishes,
  negotiate: (acceptLanguage: string | undefined) => Locale,
): Locale {
  const chosen = cookieValue(cookie);
  // In this order and all in one list: a wish that no language meets falls through to the next.
  const tags = [chosen, ...(uiLocales ?? '').split(' ')].filter(tag => tag !== undefined && isTag(tag));
  return negotiate([...tags, acceptLanguage ?? ''].filter(part => part !== '').join(','));
}

function cookieValue(header: string | undefined): string | undefined {
  return new RegExp(`(?:^|;\\s*)${localeCookie}=([A-Za-z0-9-]{2,35})(?:;|$)`).exec(header ?? '')?.[1];
}

// Letters, digits and hyphens alone: what arrives here becomes part of a list that commas and `;q=` structure.
function isTag(tag: string | undefined): tag is string {
  return tag !== undefined && /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(tag);
}
