/**
 * Refuses in migrations what a PostgreSQL-wire distributed engine (YugabyteDB, CockroachDB, Citus) would
 * refuse or could not split. Found on the day when one machine is no longer enough, it would cost the
 * product its schema.
 *
 * It reads words, not a grammar: simple, and strict where in doubt. A unique constraint that is meant to
 * hold across tenants says so by `-- lint: global` on its line.
 */

/** One thing that a migration must not do, and on which line. */
export interface Complaint {
  line: number;
  message: string;
}

const forbidden: readonly [pattern: RegExp, message: string][] = [
  [/\btrigger\b/gi, 'no triggers: distributed engines refuse them'],
  [/\bdeferrable\b|\binitially\s+deferred\b/gi, 'no DEFERRABLE constraints: distributed engines refuse them'],
  [/\bexclude\s*(using\b|\()/gi, 'no EXCLUDE constraints: distributed engines refuse them'],
  [/\bpg_\w*advisory\w*/gi, 'no advisory locks: distributed engines refuse them; lock a row'],
  [/\b(un)?listen\s+[\w*"]|\bnotify\s+["\w]|\bpg_notify\b/gi, 'no LISTEN and NOTIFY: distributed engines refuse them'],
  [
    /\bcreate\s+(or\s+replace\s+)?(function|procedure|aggregate)\b/gi,
    'no functions and procedures: rules live in the code',
  ],
  [/\bdo\b(?!\s+(nothing|update)\b)/gi, 'no code blocks: rules live in the code'],
  [
    /\b(now|(clock|statement|transaction)_timestamp|timeofday)\s*\(|\bcurrent_(timestamp|time|date)\b|\blocaltime(stamp)?\b/gi,
    'no clock of the database: time is a parameter',
  ],
  [
    /\b(small|big)?serial[248]?\b|\bas\s+identity\b|\bcreate\s+sequence\b|\bnextval\b/gi,
    'no sequences: one counter is a hot spot for all machines; use a random id',
  ],
];

/**
 * `sql` with comments and string literals blanked out, of the same length, so that places stay places.
 * A name in double quotes stays.
 */
const blank = (sql: string): string =>
  sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g, text => text.replace(/[^\n]/g, ' '));

/** The items of a parenthesized list that opens at `open`, and where each begins. */
function itemsOf(sql: string, open: number): { text: string; at: number }[] {
  const items: { text: string; at: number }[] = [];
  let depth = 0;
  let begin = open + 1;
  for (let at = open; at < sql.length; at++) {
    const char = sql[at];
    if (char === '(') depth++;
    if (char === ')') depth--;
    if (depth === 0 || (depth === 1 && char === ',')) {
      items.push({ text: sql.slice(begin, at), at: begin });
      begin = at + 1;
    }
    if (depth === 0) break;
  }
  return items;
}

const firstWord = (text: string): string => (/[\w"]+/.exec(text)?.[0] ?? '').replaceAll('"', '').toLowerCase();

/** Every key that `sql` declares: in a table, by ALTER TABLE, or as a unique index; with its first column. */
function keysOf(sql: string): { kind: 'primary' | 'unique'; first: string; at: number }[] {
  const keys: ReturnType<typeof keysOf> = [];
  const key = /\b(primary\s+key|unique)\b(?:\s+nulls\s+(?:not\s+)?distinct)?(\s+index\b[^(]*)?\s*(\()?/gi;
  for (const match of sql.matchAll(key)) {
    const [whole, word = '', index, paren] = match;
    const list = paren !== undefined || index !== undefined;
    // Without a list of its own it belongs to the column whose definition it stands in.
    const column =
      sql
        .slice(0, match.index)
        .split(/[,(;](?![^()]*\))|\badd\s+(?:column\s+)?/i)
        .at(-1) ?? '';
    const first = firstWord(list ? sql.slice(match.index + whole.length) : column);
    keys.push({ kind: /^unique/i.test(word) ? 'unique' : 'primary', first, at: match.index });
  }
  return keys;
}

/** What is wrong with the migration `sql`, by line; nothing when it may be shipped. */
export function lintMigration(sql: string): Complaint[] {
  const lines = sql.split('\n');
  const lineOf = (at: number) => sql.slice(0, at).split('\n').length;
  const isGlobal = (at: number) => /--\s*lint:\s*global\b/.test(lines[lineOf(at) - 1] ?? '');
  const text = blank(sql);
  const complaints: Complaint[] = [];
  const complain = (at: number, message: string) => complaints.push({ line: lineOf(at), message });

  for (const [pattern, message] of forbidden) {
    for (const match of text.matchAll(pattern)) complain(match.index, message);
  }
  for (const { kind, first, at } of keysOf(text)) {
    if (first === 'tenant_id' || isGlobal(at)) continue;
    complain(at, `a ${kind === 'primary' ? 'PRIMARY KEY' : 'UNIQUE'} must begin with tenant_id, not with ${first}`);
  }
  for (const match of text.matchAll(/\bcreate\s+(?:\w+\s+)?table\s+(?:if\s+not\s+exists\s+)?([\w".]+)\s*(\()?/gi)) {
    const body = match[2] ? itemsOf(text, match.index + match[0].length - 1) : [];
    if (!body.some(item => /\bprimary\s+key\b/i.test(item.text)))
      complain(match.index, `table ${match[1]} has no PRIMARY KEY`);
  }
  return complaints.sort((a, b) => a.line - b.line);
}
