import { type ErrorBody, withCode } from './answers.ts';
import type { KoaContextWithOIDC } from './engine.ts';
import { renderPage, sentence } from './html.ts';
import { currentState } from './request-state.ts';

/**
 * The confirmation of a sign-out, sent by the page itself: the person has already pressed "sign out" in
 * the application. Without scripts there is a button.
 */
export function renderSignOut(ctx: KoaContextWithOIDC, form: string): void {
  const button = `<noscript><button type="submit">${sentence(ctx, 'pages.signOut.confirm')}</button></noscript>`;
  renderPage(ctx, {
    title: sentence(ctx, 'pages.signOut.title'),
    text: sentence(ctx, 'pages.signOut.inProgress'),
    form: form.replace('</form>', `<input type="hidden" name="logout" value="yes"/>${button}</form>`),
    script: 'document.forms[0].submit()',
  });
}

/** What is shown after a sign-out that leads nowhere else. */
export function renderSignedOut(ctx: KoaContextWithOIDC): void {
  renderPage(ctx, { title: sentence(ctx, 'pages.signOut.title'), text: sentence(ctx, 'pages.signOut.done') });
}

/** An error that cannot be taken back to the application: a page for people, JSON for programs. */
export function renderError(ctx: KoaContextWithOIDC, out: ErrorBody, failure: Error): void {
  if (ctx.accepts('json', 'html') !== 'html') {
    ctx.body = out;
    return;
  }
  const { code, message } = withCode(
    { get: name => ctx.get(name), query: {} },
    currentState().tenant.endpoint,
    out,
    failure,
  ) as ErrorBody;
  renderPage(ctx, { title: sentence(ctx, 'pages.protocolError.title'), text: message ?? '', code: code ?? out.error });
}
