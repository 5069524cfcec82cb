import type { PageMethod } from '@freehold/contract';
import { type Html, html } from '../pages/index.ts';
import type { Typed } from './render.ts';
import { agreementBox, field, fieldProblem } from './static-field.ts';
import { headingOf, refusalNotice, type StaticWords } from './static-words.ts';
import { identifierLabel } from './typed-identifier.ts';

/** The form with identifier and password, as the script writes it, but sent by the browser itself. */
export function staticSignIn(words: StaticWords, methods: readonly PageMethod[], typed: Typed | undefined): Html {
  const { boot, say, search } = words;
  const { refusal, signIn } = boot;
  const accepted = methods.map(({ identifier }) => identifier);
  const hint = typed?.identifier ?? new URLSearchParams(search).get('login_hint')?.slice(0, 256) ?? '';
  const kind = accepted.length === 1 ? accepted[0] : undefined;
  const mode = kind === 'email' ? 'email' : kind === 'phone' ? 'tel' : 'text';
  return html`<div class="fh-page-head"><h1>${headingOf(words, 'signin')}</h1></div>
<form class="fh-form" method="post" action="/sign-in${search}" accept-charset="utf-8">
${refusal?.about === 'form' && refusalNotice(refusal.sentence, refusal.requestId)}
${field({
  name: 'identifier',
  label: say(identifierLabel(accepted)),
  description: accepted.includes('phone') ? say('common.identifier.phone_hint') : undefined,
  problem: fieldProblem(boot, 'identifier'),
  input: invalid => html`<input class="fh-static-input" id="fh-identifier" name="identifier" type="text" value="${hint}"
 autocomplete="username" autocapitalize="none" autocorrect="off" spellcheck="false" inputmode="${mode}" dir="auto" maxlength="256" required${invalid}>`,
})}
${field({
  name: 'password',
  label: say('common.password.label'),
  problem: fieldProblem(boot, 'password'),
  input: invalid => html`<input class="fh-static-input" id="fh-password" name="password" type="password"
 autocomplete="current-password" autocapitalize="none" autocorrect="off" spellcheck="false" required${invalid}>`,
})}
${signIn.agreement === 'always' && agreementBox(words, typed)}
<button class="fh-static-button" type="submit">${say('pages.signin.action')}</button>
${
  signIn.forgotPassword.length > 0 &&
  html`<div class="fh-other-ways"><a class="fh-link" href="/forgot-password${search}">${say('pages.signin.forgot')}</a></div>`
}
</form>
${
  signIn.signUp !== undefined &&
  html`<p class="fh-aside"><span class="fh-muted">${say('pages.signin.new_here')}</span> <a class="fh-link" href="/register${search}">${say('pages.signin.create_account')}</a></p>`
}`;
}
