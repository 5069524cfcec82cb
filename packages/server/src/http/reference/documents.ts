import { readFileSync } from 'node:fs';
import { type OpenApiDocument, openApiDocument, type Route, type Routes } from '@freehold/contract';

/** The parts of the reference: one page each, by the tag of its operations. */
export const parts = [
  { path: 'account', tag: 'Account', name: 'Account API' },
  { path: 'verification', tag: 'Verification', name: 'Verification API' },
  { path: 'management', tag: 'Management', name: 'Management API' },
  { path: 'sign-in', tag: 'Sign-in', name: 'Sign-in' },
] as const satisfies readonly { path: string; tag: Route['tag']; name: string }[];

/** One page of the reference. */
export type Part = (typeof parts)[number];

/** The part whose page an operation stands on; undefined for those that stand on none. */
export const partOf = ({ tag }: Route): Part | undefined => parts.find(part => part.tag === tag);

/** The OpenAPI documents as they are sent. */
export interface Documents {
  /** Everything. */
  whole(endpoint: string): string;
  /** What one page of the reference shows. */
  part(endpoint: string, part: Part): string;
}

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Prints each document once per tenant: it changes with nothing but the release. */
export function createDocuments(groups: readonly Routes[]): Documents {
  const printed = new Map<string, string>();
  const once = (key: string, print: () => object): string => {
    const text = printed.get(key) ?? JSON.stringify(print());
    // An installation with a great many tenants must not keep a copy for each.
    if (printed.size > 64) printed.clear();
    printed.set(key, text);
    return text;
  };
  const print = (endpoint: string) => openApiDocument({ groups, endpoint, version });
  return {
    whole: endpoint => once(endpoint, () => print(endpoint)),
    part: (endpoint, part) => once(`${endpoint} ${part.path}`, () => only(print(endpoint), part)),
  };
}

/** The operations of one part, and the schemas and ways to authenticate that they lean on. */
function only(document: OpenApiDocument, { tag, name }: Part): object {
  const paths = Object.entries(document.paths)
    .map(
      ([path, item]) => [path, Object.entries(item).filter(([, operation]) => operation.tags.includes(tag))] as const,
    )
    .filter(([, operations]) => operations.length > 0)
    .map(([path, operations]) => [path, Object.fromEntries(operations)] as const);
  const needed = new Set<string>();
  const need = (node: unknown): void => {
    for (const [, kind = '', component = ''] of JSON.stringify(node).matchAll(/"#\/components\/(\w+)\/([^"]+)"/g)) {
      if (needed.has(`${kind}/${component}`)) continue;
      needed.add(`${kind}/${component}`);
      need(document.components[kind]?.[component]);
    }
  };
  need(paths);
  const components = Object.entries(document.components).map(([kind, members]) => [
    kind,
    // Ways to authenticate are named, not referred to.
    Object.fromEntries(
      Object.entries(members).filter(([key]) => kind === 'securitySchemes' || needed.has(`${kind}/${key}`)),
    ),
  ]);
  return {
    ...document,
    info: { ...document.info, title: `Freehold ${name}` },
    tags: document.tags.filter(each => each.name === tag),
    paths: Object.fromEntries(paths),
    components: Object.fromEntries(components),
  };
}
