/** Where the values of a template go, which decides what they must not be able to say. */
export type Part = 'html' | 'text' | 'header';

/** Roots that a template may name. Whatever else stands between braces is the author's own text and stays. */
const roots: ReadonlySet<string> = new Set([
  'code',
  'link',
  'user',
  'application',
  'organization',
  'inviter',
  'locale',
  'uiLocales',
  'notice',
  'minutes',
]);

// Each quantifier is bounded: the time is linear in the length of the template, whatever it holds.
const place = /\{\{\s{0,8}([\w.]{1,200})\s{0,8}\}\}/g;

/**
 * Fills `{{ user.name }}` and the like.
 *
 * A place whose root is not known, or that this message does not bring, stays as it is written; a path that leads nowhere
 * is empty. Only own properties are followed: `{{ code.constructor.name }}` would otherwise read what JavaScript
 * keeps there.
 */
export function fillTemplate(template: string, payload: Readonly<Record<string, unknown>>, part: Part): string {
  return template.replace(place, (written, path: string) => {
    const [root = '', ...rest] = path.split('.');
    if (!roots.has(root) || !Object.hasOwn(payload, root) || payload[root] === undefined) return written;
    return escapes[part](textOf(rest.reduce(memberOf, payload[root])));
  });
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;

/** Objects and lists have no words of their own. */
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/**
 * One line, in the direction of what stands around it. A name of several lines could write a second mail below the
 * first ("Your account is locked, go to …"), one that turns the direction could change what is read after it.
 */
export const oneLine = (value: string): string =>
  value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/[\u202a-\u202e\u2066-\u2069]/gu, '');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as element content and as the value of a quoted attribute. */
export const escapeHtml = (value: string): string => value.replace(/[&<>"']/g, character => entities[character] ?? '');

const escapes: Readonly<Record<Part, (value: string) => string>> = {
  text: oneLine,
  html: value => escapeHtml(oneLine(value)),
  // A sender or an address to answer to: these characters would make a second one of it.
  header: value => oneLine(value).replace(/[<>",;:()[\]\\]/g, ' '),
};
