/**
 * The contract as an OpenAPI 3.1 document, for viewers and for programs that write clients.
 *
 * `problems-of.ts` says what a caller can be refused with, `steps-in-words.ts` in which order it is judged,
 * `schema-book.ts` turns schemas into JSON Schema with names, `operation-object.ts` prints one operation; this file puts
 * the document together. It says nothing that the routes do not: what is missing here is missing there.
 */
import { type HttpMethod, methodsOf, type Route, type Routes } from '../route.ts';
import { verificationHeader } from '../verifications.ts';
import { type OpenApiOperation, operationObject } from './operation-object.ts';
import { createSchemaBook, type JsonSchema } from './schema-book.ts';

export type { OpenApiOperation } from './operation-object.ts';
export { type ExpectedProblem, problemsOf } from './problems-of.ts';
export type { JsonSchema } from './schema-book.ts';

type PathItem = { readonly [M in Lowercase<HttpMethod>]?: OpenApiOperation };

/** An OpenAPI document (https://spec.openapis.org/oas/v3.1.1.html). */
export interface OpenApiDocument {
  readonly openapi: '3.1.1';
  readonly info: JsonSchema;
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: Route['tag']; readonly description: string }[];
  readonly paths: { readonly [path: string]: PathItem };
  readonly components: { readonly [kind: string]: { readonly [name: string]: JsonSchema } };
}

export interface OpenApiOptions {
  /** The groups of routes to print. An operation's key is its `operationId`. */
  readonly groups: readonly Routes[];
  /** Public base URL of the tenant, without a trailing slash. */
  readonly endpoint: string;
  /** Version of the API, such as the package's. */
  readonly version: string;
}

/**
 * Prints routes as an OpenAPI 3.1 document: schemas, callers, guards in words and in their order (`x-freehold-guards` for
 * programs), pagination, and for every status the problem codes that it can carry.
 *
 * A route with several verbs is printed under each: the first as `operationId`, others as `operationIdByVerb`.
 *
 * @throws Error when two operations share a name, or a path and verb: one would silently hide the other
 */
export function openApiDocument({ groups, endpoint, version }: OpenApiOptions): OpenApiDocument {
  const book = createSchemaBook();
  const paths: Record<string, Record<string, OpenApiOperation>> = {};
  const names = new Set<string>();
  const used = new Set<Route['tag']>();
  for (const [name, route] of groups.flatMap(group => Object.entries(group))) {
    used.add(route.tag);
    for (const [i, method] of methodsOf(route).entries()) {
      const operation = operationObject(name, route, method, book, i > 0);
      const path = route.path.replace(/:(\w+)/g, '{$1}');
      const item = paths[path] ?? {};
      const verb = method.toLowerCase();
      if (item[verb])
        throw new Error(`${method} ${path} is both ${item[verb].operationId} and ${operation.operationId}.`);
      if (names.has(operation.operationId)) throw new Error(`Two operations are named ${operation.operationId}.`);
      names.add(operation.operationId);
      paths[path] = { ...item, [verb]: operation };
    }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Freehold',
      version,
      summary: 'Accounts that belong to the people they are about',
      description:
        'Errors are `application/problem+json` (RFC 9457) with a `code` to switch on; `message` is written in the language of `Accept-Language`. Unknown members of a request are dropped.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: endpoint }],
    tags: tags.filter(({ name }) => used.has(name)),
    paths,
    components: {
      schemas: { ...book.components, Problem: problem },
      responses: book.responses,
      parameters,
      headers,
      securitySchemes: securitySchemes(endpoint),
    },
  };
}

const tags: OpenApiDocument['tags'] = [
  { name: 'Account', description: 'What a person reads and changes of their own account' },
  { name: 'Verification', description: 'Proofs of who a person is, needed before sensitive changes' },
  { name: 'Management', description: 'What services and administrators may do' },
  { name: 'Sign-in', description: 'Signing in and registering, step by step' },
  { name: 'Status', description: 'Whether the product is there' },
];

const problem: JsonSchema = {
  type: 'object',
  description: 'A refusal (RFC 9457)',
  required: ['code', 'message', 'type', 'title', 'status'],
  properties: {
    code: { type: 'string', description: 'What programs switch on' },
    message: { type: 'string', description: 'For people, in the language of `Accept-Language`' },
    data: { description: 'More for programs; its shape depends on the code' },
    details: { type: 'string', description: 'More for developers, in English' },
    type: { type: 'string', format: 'uri', description: 'Address of a page that explains the code' },
    title: { type: 'string', description: 'Short, in English, the same for every occurrence of the code' },
    status: { type: 'integer' },
  },
};

const text = { type: 'string' };

const parameters: Record<string, JsonSchema> = {
  VerificationId: {
    name: verificationHeader,
    in: 'header',
    description:
      'Id of a verification record of this user, session and application. Needed as far as the step-up policy asks a proof for the action.',
    schema: text,
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    description: 'The `ETag` of what is to be changed, as it was read: 412 when somebody has changed it meanwhile.',
    schema: text,
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'The `ETag` of what the caller already has: 304 when it is still the same.',
    schema: text,
  },
  Page: { name: 'page', in: 'query', description: 'From 1', schema: { type: 'integer', minimum: 1, default: 1 } },
  PageSize: { name: 'page_size', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } },
};

const headers: Record<string, JsonSchema> = {
  ETag: { description: 'Version of what was read (RFC 9110, section 8.8.3)', schema: text },
  TotalNumber: { description: 'How many there are on all pages', schema: { type: 'integer' } },
  Link: { description: 'The first, previous, next and last page (RFC 8288)', schema: text },
  WWWAuthenticate: { description: 'What would do (RFC 6750, RFC 9470)', schema: text },
};

const securitySchemes = (endpoint: string): Record<string, JsonSchema> => ({
  accountToken: {
    type: 'http',
    scheme: 'bearer',
    description: `Opaque access token of the person: authorization code flow at \`${endpoint}/oidc\`, without \`resource\`.`,
  },
  managementToken: {
    type: 'oauth2',
    description:
      'JWT for the Management API: name its indicator as `resource`, for example `https://default.logto.app/api`.',
    flows: { clientCredentials: { tokenUrl: `${endpoint}/oidc/token`, scopes: { all: 'Everything' } } },
  },
  interactionCookie: {
    type: 'apiKey',
    in: 'cookie',
    name: '_interaction',
    description: 'Set by the authorization endpoint for the browser that signs in.',
  },
});
