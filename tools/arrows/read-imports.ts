/**
 * Prevents an import that a check of imports does not see: one in a type, in a dynamic `import()`, in an
 * `export … from`, or over two lines. Read from the syntax tree, not by pattern.
 */
import { parseSync, Visitor } from 'oxc-parser';

/** One import of a file. */
export interface Import {
  /** What is imported as it is written, or undefined where it is computed. */
  readonly target: string | undefined;
  /** Only types: it leaves no trace at run time. */
  readonly typesOnly: boolean;
  /** The names that are imported; empty for a whole module. */
  readonly names: readonly string[];
  readonly line: number;
}

/** A piece of SQL, or a call that runs one. */
export interface SqlUse {
  readonly what: string;
  readonly line: number;
}

const sql =
  /^\s*(?:SELECT\s[\s\S]*\sFROM\s|INSERT\s+INTO\s|UPDATE\s[\s\S]*\sSET\s|DELETE\s+FROM\s|WITH\s[\s\S]*\sAS\s*\()/;

/** Everything that `source` imports, and the SQL that it holds. */
export function readImports(path: string, source: string): { imports: Import[]; sql: SqlUse[] } {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]?.message}`);
  const imports: Import[] = [];
  const uses: SqlUse[] = [];
  const lineAt = (offset: number) => source.slice(0, offset).split('\n').length;
  const add = (target: unknown, offset: number, typesOnly: boolean, names: string[] = []) =>
    imports.push({ target: typeof target === 'string' ? target : undefined, typesOnly, names, line: lineAt(offset) });

  const nameOf = (node: { type: string; name?: string; value?: unknown }) => node.name ?? String(node.value);
  new Visitor({
    ImportDeclaration(node) {
      const specifiers = node.specifiers.filter(one => one.type === 'ImportSpecifier');
      const names = specifiers.map(one => nameOf(one.imported));
      const typesOnly =
        node.importKind === 'type' ||
        (node.specifiers.length > 0 && node.specifiers.every(one => 'importKind' in one && one.importKind === 'type'));
      add(node.source.value, node.start, typesOnly, names);
    },
    ExportNamedDeclaration(node) {
      if (!node.source) return;
      const typesOnly =
        node.exportKind === 'type' ||
        (node.specifiers.length > 0 && node.specifiers.every(one => one.exportKind === 'type'));
      add(
        node.source.value,
        node.start,
        typesOnly,
        node.specifiers.map(one => nameOf(one.local)),
      );
    },
    ExportAllDeclaration(node) {
      add(node.source.value, node.start, node.exportKind === 'type');
    },
    ImportExpression(node) {
      add(node.source.type === 'Literal' ? node.source.value : undefined, node.start, false);
    },
    TSImportType(node) {
      add(node.source.value, node.start, true);
    },
    CallExpression(node) {
      const { callee } = node;
      if (callee.type === 'Identifier' && callee.name === 'require') {
        const [argument] = node.arguments;
        add(argument?.type === 'Literal' ? argument.value : undefined, node.start, false);
      }
      if (callee.type === 'MemberExpression' && !callee.computed && callee.property.name === 'script') {
        uses.push({ what: 'runs a script', line: lineAt(node.start) });
      }
    },
    Literal(node) {
      if (typeof node.value === 'string' && sql.test(node.value))
        uses.push({ what: 'holds SQL', line: lineAt(node.start) });
    },
    TemplateLiteral(node) {
      if (sql.test(node.quasis.map(quasi => quasi.value.raw).join('…'))) {
        uses.push({ what: 'holds SQL', line: lineAt(node.start) });
      }
    },
  }).visit(program);
  return { imports, sql: uses };
}
