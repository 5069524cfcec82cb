import { catalogues, type MessageId } from '@freehold/messages';
import { type Html, html, isolated, plainText } from '../pages/index.ts';
import { appNameOf, refusalNotice, type StaticWords } from './static-words.ts';

/** What an application of somebody else will be able to do, and a real choice, for browsers without scripts. */
export function staticConsent(words: StaticWords): Html {
  const { boot, say, search } = words;
  const { consent, application, refusal } = boot;
  const app = appNameOf(boot);
  if (consent === undefined || application === undefined || app === undefined)
    return html`<h1>${say('pages.over.heading')}</h1>`;
  const { name, identifier } = consent.account;
  const abilities = consent.userScopes.filter(scope => scope !== 'openid').map(scope => say(...scopeWords(scope)));
  const nothingElse = abilities.length === 0 && consent.resources.length === 0;
  return html`<div class="fh-page-head"><h1>${say('pages.consent.heading', { app })}</h1>
<p class="fh-muted">${
    application.host !== undefined &&
    html`<bdi class="fh-consent-host" dir="ltr">${plainText(application.host, 253)}</bdi>`
  }${say('pages.consent.stranger', { tenant: isolated(boot.tenantName) })}</p></div>
${refusal !== undefined && refusalNotice(refusal.sentence, refusal.requestId)}
<p><span class="fh-muted">${say('pages.consent.as')}</span> <bdi class="fh-account-name">${plainText(name ?? identifier ?? '', 120)}</bdi></p>
<section class="fh-scopes"><h2 class="fh-scopes-title">${say('pages.consent.will')}</h2>
${list(nothingElse ? [say('pages.consent.scope_minimum')] : abilities)}
${consent.resources.map(
  resource => html`<h3 class="fh-scopes-resource">${say('pages.consent.at_resource', { resource: isolated(resource.name, 120) })}</h3>
${list(
  resource.scopes.map(scope =>
    scope.description === undefined
      ? say('pages.consent.scope_other', { scope: isolated(scope.name, 120) })
      : plainText(scope.description, 300),
  ),
)}`,
)}
<h2 class="fh-scopes-title">${say('pages.consent.will_not')}</h2>
${list([say('pages.consent.not_change'), say('pages.consent.not_password')])}</section>
<form class="fh-choice" method="post" action="/consent${search}">
<button class="fh-static-button fh-static-button-plain" type="submit" name="answer" value="cancel">${say('pages.consent.cancel')}</button>
<button class="fh-static-button" type="submit" name="answer" value="allow">${say('pages.consent.allow')}</button>
</form>
<p class="fh-muted fh-small">${say('pages.consent.return', { app })}</p>`;
}

const list = (points: readonly string[]): Html | undefined =>
  points.length === 0
    ? undefined
    : html`<ul class="fh-rules fh-static-rules">${points.map(point => html`<li><bdi>${point}</bdi></li>`)}</ul>`;

/** The sentence of an OpenID scope; one that we have no words for is named. */
function scopeWords(scope: string): Parameters<StaticWords['say']> {
  const key = `consent.scope.${scope.replaceAll(':', '_')}`;
  return Object.hasOwn(catalogues.en.pages, key)
    ? [`pages.${key}` as MessageId]
    : ['pages.consent.scope_other', { scope: isolated(scope) }];
}
