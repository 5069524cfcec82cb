/**
 * The words of an HTML mail, for readers that show text: programs that read aloud, terminals, watches. Honest rather
 * than pretty: what is hidden stays hidden, a link is followed by its address, blocks stand on lines of their own.
 *
 * One pass over the text, so that no template can make it slow.
 */
export function htmlToText(html: string): string {
  let text = '';
  let hidden: string | undefined;
  let link: { readonly href: string; readonly from: number } | undefined;
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at);
    const end = open === -1 ? html.length : open;
    if (hidden === undefined) text += html.slice(at, end).replace(/\s+/g, ' ');
    if (open === -1) break;
    if (!/[a-z/!?]/i.test(html.charAt(open + 1))) {
      // No tag begins so: it is a character like any other.
      if (hidden === undefined) text += '<';
      at = open + 1;
      continue;
    }
    const close = html.startsWith('<!--', open) ? endOf(html, '-->', open) : endOf(html, '>', open);
    const { name, closing, attributes } = readTag(html.slice(open + 1, close - 1));
    at = close;
    if (hidden !== undefined) {
      if (closing && name === hidden) hidden = undefined;
    } else if (!closing && (unread.has(name) || (name === 'div' && isHidden(attributes)))) hidden = name;
    else if (name === 'a' && !closing) link = { href: hrefOf(attributes), from: text.length };
    else if (name === 'a' && link) {
      const { href, from } = link;
      if (/^(https?|mailto|tel):/i.test(href) && text.slice(from).trim() !== href) text += ` (${href})`;
      link = undefined;
    } else if (name === 'br') text += '\n';
    else if (name === 'li' && !closing) text += '\n- ';
    else if (paragraphs.has(name)) text += '\n\n';
    else if (lines.has(name)) text += '\n';
  }
  return decode(text)
    .split('\n')
    .map(line => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const unread: ReadonlySet<string> = new Set(['head', 'style', 'script', 'title', 'template']);
const paragraphs: ReadonlySet<string> = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'table', 'ul', 'ol', 'blockquote', 'hr']);
const lines: ReadonlySet<string> = new Set(['div', 'tr', 'section', 'header', 'footer', 'address', 'pre']);

function endOf(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found === -1 ? html.length : found + mark.length;
}

function readTag(tag: string): { name: string; closing: boolean; attributes: string } {
  const [, slash = '', name = ''] = /^(\/?)([a-z][a-z0-9]*)/i.exec(tag) ?? [];
  return { name: name.toLowerCase(), closing: slash === '/', attributes: tag };
}

/** The line that a list of mails shows beside the subject is written into mails as a hidden block. */
const isHidden = (attributes: string): boolean => /display:\s*none/i.test(attributes);

const hrefOf = (attributes: string): string => {
  const [, double, single] = /\shref=(?:"([^"]*)"|'([^']*)')/i.exec(attributes) ?? [];
  return decode(double ?? single ?? '');
};

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  copy: '©',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  zwnj: '',
};

/** Every entity once: what an entity stands for is never read again as one. */
const decode = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (written, decimal, hex, name) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? written) : written;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : '';
  });
