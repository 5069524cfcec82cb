import type { PageBoot, PageRefusal } from '@freehold/contract';
import { type Html, html } from '../pages/index.ts';
import { agreementWords } from './agreement.ts';
import type { Typed } from './render.ts';
import type { StaticWords } from './static-words.ts';

/** A field of a form: what it is called, what helps, and what is wrong with what was typed. */
interface Field {
  readonly name: string;
  readonly label: string;
  readonly description?: string | undefined;
  /** What else stands below it and belongs to it. */
  readonly below?: { readonly id: string; readonly markup: Html };
  readonly problem: string | undefined;
  readonly input: (attributes: Html) => Html;
}

/** Writes a field as the component library's look; the one that was refused has the focus. */
export function field({ name, label, description, below, problem, input }: Field): Html {
  const ids = [description && `fh-${name}-description`, problem && `fh-${name}-error`, below?.id]
    .filter(Boolean)
    .join(' ');
  const attributes = html`${ids !== '' && html` aria-describedby="${ids}"`}${problem !== undefined && html` aria-invalid="true" autofocus`}`;
  return html`<div class="fh-static-field"><label for="fh-${name}">${label}</label>
${description !== undefined && html`<p class="fh-static-description" id="fh-${name}-description">${description}</p>`}
${input(attributes)}
${problem !== undefined && html`<p class="fh-static-error" id="fh-${name}-error">${problem}</p>`}${below?.markup}</div>`;
}

/** What is wrong with what was typed into a field, if it is that field. */
export const fieldProblem = ({ refusal }: PageBoot, name: PageRefusal['about']): string | undefined =>
  refusal?.about === name ? refusal.sentence : undefined;

/** The box to tick; nothing where there is nothing to agree to. */
export function agreementBox({ boot, say }: StaticWords, typed: Typed | undefined): Html | undefined {
  const words = agreementWords(boot.signIn);
  if (words === undefined) return undefined;
  return html`<label class="fh-check"><input type="checkbox" name="agree" value="yes" required${typed?.agreed && html` checked`}><span>${say(words)}</span></label>`;
}
