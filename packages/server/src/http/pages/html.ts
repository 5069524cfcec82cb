import { escapeHtml } from './html-shell.ts';

/** Markup that is safe to send: made by {@link html} alone. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | undefined | false | readonly Part[];

/** Markup from a template: whatever fills it is text, unless it is markup itself. Nothing and `false` leave no trace. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(String.raw({ raw: strings }, ...parts.map(written)));
}

function written(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(written).join('');
  return escapeHtml(String(part));
}

const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed here
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Text of people and applications, made safe to stand in a sentence of ours: what `plain` of the kit makes of it. */
export function plainText(value: string, limit = 60): string {
  const clean = value
    .toWellFormed()
    .replace(invisible, '')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .trim();
  const characters = [...clean];
  return characters.length > limit ? `${characters.slice(0, limit).join('')}…` : clean;
}

/** The same between marks that keep its direction to itself, where a sentence is text and no element can stand. */
export const isolated = (value: string, limit?: number): string => `\u2068${plainText(value, limit)}\u2069`;
