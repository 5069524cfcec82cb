import { isLocale, localeNames } from '@freehold/messages';
import { type Html, html } from '../pages/index.ts';
import { languageChoice } from './choose-language.ts';
import type { StaticWords } from './static-words.ts';

/** The choice of a language without scripts: sends the browser to the page that it shows, with all that was asked of it. */
export function staticLanguage({ boot, locale, say, path, search }: StaticWords): Html {
  const asked = [...new URLSearchParams(search)].filter(([name]) => name !== languageChoice);
  return html`<form class="fh-static-language" method="get" action="${path}">
${asked.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<span class="fh-static-select">${globe}<select name="${languageChoice}" aria-label="${say('common.footer.language')}" autocomplete="off">${boot.locales.map(
    tag =>
      html`<option value="${tag}" lang="${tag}"${tag === locale && html` selected`}>${isLocale(tag) ? localeNames[tag] : tag}</option>`,
  )}</select></span>
<button type="submit">${say('pages.language.action')}</button>
</form>`;
}

// The mark that stands there with scripts: whoever cannot read this language finds the way to another by it.
const globe = html`<svg class="fh-icon" viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.75" aria-hidden="true"><circle cx="10" cy="10" r="8.1"/><path d="M2 10h16M10 1.9c2.3 2.2 3.4 5 3.4 8.1s-1.1 5.9-3.4 8.1C7.7 15.9 6.6 13.1 6.6 10S7.7 4.1 10 1.9Z"/></svg>`;
