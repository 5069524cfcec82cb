import type { PageBoot } from '@freehold/contract';
import { formatMessage, isLocale } from '@freehold/messages';
import type { FastifyRequest } from 'fastify';
import { type Html, html, type PageDress, plainText } from '../pages/index.ts';
import type { Typed } from './render.ts';
import { staticConsent } from './static-consent.ts';
import { staticLanguage } from './static-language.ts';
import { staticRegister } from './static-register.ts';
import { staticSignIn } from './static-sign-in.ts';
import { headingOf, type StaticWords } from './static-words.ts';
import { narrowedMethods } from './typed-identifier.ts';
import { searchOf } from './visit.ts';

/**
 * What a sign-in page shows before its script runs, and to browsers that run none. The form with a password is the same
 * that the script will write, in its place: whoever is fast types into it, and the script takes over what was typed.
 */
export function staticPage(boot: PageBoot, request: FastifyRequest, typed: Typed | undefined): PageDress {
  const locale = isLocale(boot.locale) ? boot.locale : 'en';
  const say: StaticWords['say'] = (id, values) => formatMessage(locale, id, values);
  const [path = ''] = request.url.split('?');
  const words: StaticWords = { boot, locale, say, path, search: searchOf(request) };
  // What is said of an error stands under whatever address has failed: none that a choice could be sent to.
  if (boot.error) return { withoutScripts: frame(words, failed(words, boot.error), undefined) };
  const framed = (content: Html) => frame(words, content, staticLanguage(words));
  if (path === '/error') return { withoutScripts: framed(needsScripts(words)) };
  if (!boot.interaction) return { withoutScripts: framed(over(words)) };
  if (path === '/consent') return { withoutScripts: framed(staticConsent(words)), hasForm: true };
  // Where nobody signs in to what there is already, the page for newcomers is the first one.
  if (path === '/register' || (path === '/sign-in' && boot.signIn.signInMode === 'Register'))
    return { withoutScripts: framed(staticRegister(words, typed)), hasForm: true };
  const methods = narrowedMethods(boot.signIn.methods, boot.identifiers);
  const byPassword = methods.filter(({ password }) => password);
  if (path !== '/sign-in' || byPassword.length === 0) return { withoutScripts: framed(needsScripts(words)) };
  const form = staticSignIn(words, byPassword, typed);
  // Where the page with scripts asks for the password later, its first step would jump over this one.
  const isSame = methods.every(({ password, code }) => password && !code);
  if (!isSame) return { withoutScripts: framed(form), hasForm: true };
  // With scripts the choice of a language is theirs.
  const language = html`<noscript>${staticLanguage(words)}</noscript>`;
  return { content: frame(words, form, language), withoutScripts: html``, hasForm: true };
}

/** What cannot be done without scripts: which task it is, and that it needs them. */
function needsScripts(words: StaticWords): Html {
  const { path, say } = words;
  const [, area = ''] = path.split('/');
  const headings: Readonly<Record<string, string>> = {
    register: headingOf(words, 'register'),
    'forgot-password': say('pages.forgot.heading'),
    'reset-password': say('pages.forgot.heading'),
    error: say('pages.error.heading'),
  };
  const heading = headings[area] ?? headingOf(words, 'signin');
  return html`<div class="fh-page-head"><h1>${heading}</h1></div>
<p>${say('pages.noScript')}</p>`;
}

function over({ boot, say }: StaticWords): Html {
  const start = boot.signIn.unknownSessionRedirectUrl;
  const isWeb = start !== undefined && /^https?:\/\//.test(start) && URL.canParse(start);
  const [address, key] = isWeb
    ? [start, 'pages.over.go_on' as const]
    : [boot.development ? '/demo-app' : undefined, 'pages.over.open_demo' as const];
  return html`<div class="fh-page-head"><h1>${say('pages.over.heading')}</h1><p class="fh-muted">${say('pages.over.lead')}</p></div>
${address !== undefined && html`<p><a class="fh-link" href="${address}" rel="noopener">${say(key)}</a></p>`}`;
}

function failed({ say }: StaticWords, { code, message, requestId }: NonNullable<PageBoot['error']>): Html {
  return html`<div class="fh-page-head"><h1>${say('pages.error.heading')}</h1><p class="fh-muted">${message ?? say('pages.error.lead')}</p></div>
<p>${say('pages.error.next')}</p><div class="fh-reference" dir="ltr"><p>${code}</p>${requestId !== undefined && html`<p>${requestId}</p>`}</div>`;
}

/** What stands around every page. */
function frame({ boot, say }: StaticWords, content: Html, language: Html | undefined): Html {
  return html`<div class="fh-frame">
<header class="fh-brand">${brand(boot)}</header>
<main class="fh-card">${content}</main>
<footer class="fh-footer">${language}${legal(boot, say)}</footer>
</div>`;
}

function brand({ branding, tenantName }: PageBoot): Html {
  const name = plainText(tenantName);
  const light = branding?.logoUrl ?? branding?.darkLogoUrl;
  if (light === undefined) {
    const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name);
    return html`<span class="fh-brand-mark" aria-hidden="true">${first?.segment.toLocaleUpperCase()}</span><bdi>${name}</bdi>`;
  }
  const logo = (address: string, scheme: string) =>
    html`<img class="fh-brand-logo${scheme}" src="${address}" alt="${name}" width="160" height="40" referrerpolicy="no-referrer">`;
  const dark = branding?.darkLogoUrl;
  if (dark === undefined || dark === light) return logo(light, '');
  return html`${logo(light, ' fh-only-light')}${logo(dark, ' fh-only-dark')}`;
}

function legal({ signIn, development }: PageBoot, say: StaticWords['say']): Html | undefined {
  const { termsOfUseUrl, privacyPolicyUrl, supportWebsiteUrl, supportEmail } = signIn;
  const web = (address: string | undefined) =>
    address !== undefined && new RegExp(development ? '^https?:' : '^https:').test(address) && URL.canParse(address)
      ? address
      : undefined;
  const help = web(supportWebsiteUrl) ?? (supportEmail === undefined ? undefined : `mailto:${supportEmail}`);
  const links = [
    { words: say('common.footer.terms'), address: web(termsOfUseUrl) },
    { words: say('common.footer.privacy'), address: web(privacyPolicyUrl) },
    { words: say('common.footer.help'), address: help },
  ].flatMap(({ words, address }) =>
    address === undefined ? [] : [html`<li><a href="${address}" rel="noopener">${words}</a></li>`],
  );
  return links.length === 0 ? undefined : html`<ul class="fh-footer-links">${links}</ul>`;
}
