import type { PageBoot } from '@freehold/contract';
import type { Locale, MessageId, MessageValues } from '@freehold/messages';
import { type Html, html, isolated } from '../pages/index.ts';

/** What the parts of a page without scripts are written with. */
export interface StaticWords {
  readonly boot: PageBoot;
  readonly locale: Locale;
  readonly say: (id: MessageId, values?: MessageValues) => string;
  /** The address of the page, without its query. */
  readonly path: string;
  /** The query of the page, for links and forms: it belongs to the sign-in. */
  readonly search: string;
}

/** "Sign in to Acme Notes", or the task alone where no application is known. */
export function headingOf({ boot, say }: StaticWords, task: 'signin' | 'register'): string {
  const app = appNameOf(boot);
  return app === undefined ? say(`pages.${task}.task`) : say(`pages.${task}.heading`, { app });
}

/** Name of the application, to stand in a sentence. */
export const appNameOf = ({ application }: PageBoot): string | undefined => application && isolated(application.name);

/** Why the form was refused, above it. */
export function refusalNotice(sentence: string, requestId: string | undefined): Html {
  return html`<div class="fh-notice fh-notice-error" role="alert"><div><p>${sentence}</p>${
    requestId !== undefined && html`<p class="fh-request-id">${requestId}</p>`
  }</div></div>`;
}
