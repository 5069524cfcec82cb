/** Prevents a house whose plan is a drawing: it compares every import with the table. */
import { posix } from 'node:path';
import { type Import, readImports } from './read-imports.ts';
import type { Area, Row } from './table.ts';

/** Sources by path from the root of the repository. */
export type Sources = ReadonlyMap<string, string>;

/** Modules of Node that reach out of the process: to the network, to other programs, to other threads. */
const reachingOut = new Set(
  'child_process cluster dgram dns dns/promises http http2 https inspector net repl tls vm worker_threads'.split(' '),
);

/** The row that `path` (from the area's folder) belongs to: that of its folder, the longest that has one. */
function rowOf(area: Area, path: string): string {
  const rows = Object.keys(area.rows).filter(row => row === path || path.startsWith(`${row}/`));
  const longest = rows.sort((a, b) => b.length - a.length)[0];
  return longest ?? ('.' in area.rows ? '.' : (path.split('/')[0] ?? path));
}

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);

/** `@scope/name/deep` and `name/deep` are the package `@scope/name` and `name`. */
const packageOf = (target: string): string => target.split('/', target.startsWith('@') ? 2 : 1).join('/');

const allows = (uses: readonly string[], name: string, typesOnly: boolean): boolean =>
  uses.includes(name) || (typesOnly && uses.includes(`type:${name}`));

/** One line for every import or piece of SQL that the table does not allow, sorted. */
export function findViolations(sources: Sources, areas: readonly Area[], openDoors: readonly string[]): string[] {
  const violations: string[] = [];
  for (const [path, source] of sources) {
    const area = areas.find(({ folder }) => path.startsWith(`${folder}/`));
    if (!area) {
      violations.push(`${path}: lies in no area of the table`);
      continue;
    }
    const inner = path.slice(area.folder.length + 1);
    const from = rowOf(area, inner);
    const row = area.rows[from];
    const say = (line: number, what: string) => violations.push(`${path}:${line} ${what}`);
    if (!row) {
      violations.push(`${path}: ${from} has no row in the table`);
      continue;
    }
    const { imports, sql } = readImports(path, source);
    const judged: Judged = { area, inner, from, row, openDoors };
    for (const one of imports) {
      const what = judge(judged, one);
      if (what) say(one.line, what);
    }
    if (mayHoldSql(inner)) continue;
    for (const { what, line } of sql) say(line, `${what}: SQL belongs into a *.store.ts`);
    for (const { target, names, line } of imports) {
      if (names.includes('statement') && target?.startsWith('.'))
        say(line, 'declares SQL: it belongs into a *.store.ts');
    }
  }
  return violations.sort();
}

/** `database/` with its own bookkeeping, the stores, and what is never shipped. Migrations are no TypeScript. */
const mayHoldSql = (inner: string): boolean =>
  inner.endsWith('.store.ts') || inner.startsWith('database/') || inner.startsWith('testing/') || isTest(inner);

interface Judged {
  readonly area: Area;
  readonly inner: string;
  readonly from: string;
  readonly row: Row;
  readonly openDoors: readonly string[];
}

/** What is wrong with an import, or undefined. */
function judge(file: Judged, { target, typesOnly }: Import): string | undefined {
  if (target === undefined) return 'imports what it computes: write the target out';
  if (target.startsWith('.')) return judgeNeighbour(file, target);
  const { area, from, row, inner } = file;
  if (target.startsWith('node:')) {
    const module = target.slice('node:'.length);
    const free = !reachingOut.has(module) || isTest(inner) || row.reaches?.includes(module);
    return free ? undefined : `reaches out by ${target}: ${from} may not`;
  }
  const name = packageOf(target);
  if (allows(row.uses ?? [], name, typesOnly) || (isTest(inner) && allows(area.tests, name, typesOnly)))
    return undefined;
  const typesOfIt = row.uses?.includes(`type:${name}`) === true;
  return typesOfIt ? `uses ${name}: ${from} may use only its types` : `uses ${name}: ${from} may not`;
}

function judgeNeighbour({ area, inner, from, row, openDoors }: Judged, target: string): string | undefined {
  const entered = posix.join(posix.dirname(inner), target);
  if (entered.startsWith('..')) return `leaves its package by a path (${target}): import the package`;
  const to = rowOf(area, entered);
  if (to === from) return undefined;
  if (!area.rows[to]) return `enters ${to}, which has no row in the table`;
  if (isTest(inner)) {
    // A test may look at what it tests from every side, but other folders it too enters by the door.
    const behind = to === 'testing' || to === 'database' || byTheDoor(entered, to, openDoors);
    return behind ? undefined : `enters ${entered} past ${to}/index.ts`;
  }
  if (!row.enters?.includes(to)) return `enters ${to}: ${from} may not`;
  if (from === 'testing' || area.folder === 'packages/web' || byTheDoor(entered, to, openDoors)) return undefined;
  return `enters ${entered} past ${to}/index.ts`;
}

const byTheDoor = (entered: string, to: string, openDoors: readonly string[]): boolean =>
  entered === to || entered === posix.join(to, 'index.ts') || openDoors.some(door => entered.startsWith(door));

/** A cycle in the table's arrows, from a folder back to itself, or undefined. */
export function findCycle(rows: Readonly<Record<string, Row>>): string[] | undefined {
  const done = new Set<string>();
  const visit = (name: string, trail: readonly string[]): string[] | undefined => {
    const start = trail.indexOf(name);
    if (start >= 0) return [...trail.slice(start), name];
    if (done.has(name)) return undefined;
    for (const next of rows[name]?.enters ?? []) {
      const cycle = visit(next, [...trail, name]);
      if (cycle) return cycle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of Object.keys(rows)) {
    const cycle = visit(name, []);
    if (cycle) return cycle;
  }
  return undefined;
}
