/** One paragraph, or one entry of a list, of a guide. */
export interface GuidePart {
  /** What stands before it: an empty line or the end of one, and the mark of a list. */
  readonly before: string;
  /** What it says, with `{1}`, `{2}` … where something stands that is typed as it is. */
  readonly text: string;
  /** What that is, in order. */
  readonly code: readonly string[];
}

const boundary = /(\n\s*\n|\n(?=(?:\d+\.|[-*]) ))/;
const mark = /^(?:\d+\.|[-*]) +/;

/**
 * Takes the guide of a connector apart (Markdown: paragraphs, lists, code), so that what it says can be said in another
 * language and what is typed stays as it is. Its heading is left out.
 */
export function guideParts(readme: string): readonly GuidePart[] {
  const [first = '', ...rest] = readme
    .replace(/^#[^\n]*\n+/, '')
    .trim()
    .split(boundary);
  const parts = [partOf('', first)];
  for (let i = 0; i + 1 < rest.length; i += 2) parts.push(partOf(rest[i] ?? '', rest[i + 1] ?? ''));
  return parts;
}

function partOf(gap: string, raw: string): GuidePart {
  const fenced = /^```\w*\n([\s\S]*?)\n?```$/.exec(raw);
  if (fenced?.[1] !== undefined) return { before: gap, text: '{1}', code: [fenced[1]] };
  const [marked = ''] = mark.exec(raw) ?? [];
  const code: string[] = [];
  const text = raw
    .slice(marked.length)
    .replace(/\s*\n\s*/g, ' ')
    .replace(/`([^`]*)`/g, (_, typed: string) => `{${code.push(typed)}}`);
  return { before: gap + marked, text, code };
}
