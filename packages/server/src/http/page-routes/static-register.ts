import type { PagePasswordPolicy, PageSignUp } from '@freehold/contract';
import type { MessageId } from '@freehold/messages';
import { type Html, html } from '../pages/index.ts';
import type { Typed } from './render.ts';
import { agreementBox, field, fieldProblem } from './static-field.ts';
import { headingOf, refusalNotice, type StaticWords } from './static-words.ts';

/** Whether an account is made of a username and a password alone: what takes more steps than one takes scripts. */
export const madeOfNameAndPassword = (signUp: PageSignUp | undefined): boolean =>
  signUp?.password === true && signUp.also.length === 0 && signUp.identifiers.join() === 'username';

/** The page for newcomers whose browser runs no scripts: a form, or why there is none. */
export function staticRegister(words: StaticWords, typed: Typed | undefined): Html {
  const { boot, say } = words;
  const { signUp, signInMode } = boot.signIn;
  const haveAccount =
    signInMode !== 'Register' &&
    html`<p class="fh-aside"><span class="fh-muted">${say('pages.register.have_account')}</span> <a class="fh-link" href="/sign-in${words.search}">${say('pages.register.sign_in')}</a></p>`;
  if (signUp === undefined) {
    return html`${head(say('pages.register.closed_heading'))}<p>${say('pages.register.closed_lead')}</p>${haveAccount}`;
  }
  const heading = head(headingOf(words, 'register'));
  if (madeOfNameAndPassword(signUp)) return html`${heading}${form(words, typed)}${haveAccount}`;
  const takesCode = [...signUp.identifiers, ...signUp.also].some(member => member !== 'username');
  return html`${heading}<p>${say(takesCode ? 'pages.register.code_needs_scripts' : 'pages.noScript')}</p>${haveAccount}`;
}

const head = (heading: string): Html => html`<div class="fh-page-head"><h1>${heading}</h1></div>\n`;

function form(words: StaticWords, typed: Typed | undefined): Html {
  const { boot, say, search } = words;
  const { refusal, signIn } = boot;
  return html`<form class="fh-form" method="post" action="/register${search}" accept-charset="utf-8">
${refusal?.about === 'form' && refusalNotice(refusal.sentence, refusal.requestId)}
${field({
  name: 'identifier',
  label: say('common.identifier.username'),
  description: say('common.username.hint'),
  problem: fieldProblem(boot, 'identifier'),
  input:
    attributes => html`<input class="fh-static-input" id="fh-identifier" name="identifier" type="text" value="${typed?.identifier ?? ''}"
 autocomplete="username" autocapitalize="none" autocorrect="off" spellcheck="false" dir="auto" maxlength="256" required${attributes}>`,
})}
${field({
  name: 'password',
  label: say('common.password.label'),
  below: rules(signIn.passwordPolicy, say),
  problem: fieldProblem(boot, 'password'),
  input: attributes => html`<input class="fh-static-input" id="fh-password" name="password" type="password"
 autocomplete="new-password" autocapitalize="none" autocorrect="off" spellcheck="false" required${attributes}>`,
})}
${signIn.agreement !== 'never' && agreementBox(words, typed)}
<button class="fh-static-button" type="submit">${say('pages.register.action')}</button>
</form>
`;
}

/** Every demand on the password at once, as the page with scripts lists them. */
function rules(
  { minLength: min, maxLength: max, characterTypes: types, rejects }: PagePasswordPolicy,
  say: StaticWords['say'],
): { readonly id: string; readonly markup: Html } {
  const all: readonly (readonly [MessageId, boolean])[] = [
    ['common.password.rule.length', true],
    ['common.password.rule.character_types', types > 1],
    ['common.password.rule.pwned', rejects.pwned],
    ['common.password.rule.pattern', rejects.repetitionAndSequence],
    ['common.password.rule.user_info', rejects.userInfo],
  ];
  const id = 'fh-password-rules';
  const list = all.filter(([, holds]) => holds).map(([rule]) => html`<li>${say(rule, { min, max, types })}</li>`);
  return {
    id,
    markup: html`<ul class="fh-rules fh-static-rules" id="${id}" aria-label="${say('common.password.rules')}">${list}</ul>`,
  };
}
