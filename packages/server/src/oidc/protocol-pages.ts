import type { KoaContextWithOIDC } from './engine.ts';
import { renderPage, sentence } from './html.ts';

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
