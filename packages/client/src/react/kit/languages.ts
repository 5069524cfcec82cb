/** The cookie that keeps the language somebody chose on a page; the server reads it for the next one. */
const cookie = 'freehold_locale';

/** The direction that a language is written in. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return /^(?:ar|arc|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)\b/.test(locale) ? 'rtl' : 'ltr';
}

/** Remembers a choice of language for a year, for every page of this origin. */
export function rememberLocale(locale: string): void {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in older Firefox and Safari
  document.cookie = `${cookie}=${encodeURIComponent(locale)}; path=/; max-age=31536000; samesite=lax${secure}`;
}
