import { type ErrorCode, errorSpec } from '../errors/index.ts';
import type { FilePart, HttpMethod, Route } from '../route.ts';
import { guardProblem, problemsOf } from './problems-of.ts';
import type { JsonSchema, SchemaBook } from './schema-book.ts';
import { stepsInWords } from './steps-in-words.ts';

/** An OpenAPI operation object. */
export interface OpenApiOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly security: readonly { readonly [scheme: string]: readonly string[] }[];
  readonly parameters?: readonly JsonSchema[];
  readonly requestBody?: JsonSchema;
  readonly responses: { readonly [status: string]: JsonSchema };
  /** The route's guards in their order, each with the status and code that it answers. */
  readonly 'x-freehold-guards'?: readonly JsonSchema[];
  /** On a second verb of the same operation: the operation that it is. */
  readonly 'x-freehold-alias-of'?: string;
}

const security: { readonly [C in Route['caller']]: OpenApiOperation['security'] } = {
  account: [{ accountToken: [] }],
  management: [{ managementToken: ['all'] }],
  interaction: [{ interactionCookie: [] }],
  anyone: [],
};

/** Prints one verb of a route; `alias` is set for any but the first. */
export function operationObject(
  name: string,
  route: Route,
  method: HttpMethod,
  book: SchemaBook,
  alias: boolean,
): OpenApiOperation {
  const parameters = [
    ...pathParameters(route, book),
    ...queryParameters(route, book),
    ...headerParameters(route, method),
  ];
  return {
    operationId: alias ? `${name}By${method.charAt(0)}${method.slice(1).toLowerCase()}` : name,
    tags: [route.tag],
    summary: route.summary,
    description: descriptionOf(route),
    security: security[route.caller],
    ...(parameters.length > 0 && { parameters }),
    ...(route.body && {
      requestBody: {
        required: !book.isOptional(route.body),
        content: { 'application/json': { schema: book.schemaOf(route.body, 'input') } },
      },
    }),
    ...(route.file && { requestBody: fileBody(route.file) }),
    responses: { ...successes(route, method, book), ...problems(route, book.responses) },
    ...(route.guards && { 'x-freehold-guards': route.guards.map(guard => ({ ...guard, ...guardProblem(guard) })) }),
    ...(alias && { 'x-freehold-alias-of': name }),
  };
}

const fileBody = ({ name }: FilePart): JsonSchema => ({
  required: true,
  content: {
    'multipart/form-data': {
      schema: { type: 'object', required: [name], properties: { [name]: { type: 'string', format: 'binary' } } },
    },
  },
});

function descriptionOf(route: Route): string {
  const steps = stepsInWords(route);
  const judged = `Judged in this order:\n\n${steps.map((step, i) => `${i + 1}. ${step}`).join('\n')}`;
  return [route.description, steps.length > 0 ? judged : undefined].filter(part => part !== undefined).join('\n\n');
}

function pathParameters(route: Route, book: SchemaBook): JsonSchema[] {
  const { properties = {} } = route.params ? (book.schemaOf(route.params, 'input') as ObjectSchema) : {};
  return [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) =>
    parameter('path', name, properties[name] ?? { type: 'string' }, true),
  );
}

function queryParameters(route: Route, book: SchemaBook): JsonSchema[] {
  const pagination = route.pagination ? ['Page', 'PageSize'].map(sharedParameter) : [];
  if (!route.query) return pagination;
  const query = book.schemaOf(route.query, 'input') as ObjectSchema;
  const { properties = {}, required = [], additionalProperties } = query;
  const named = Object.entries(properties).map(([name, schema]) =>
    parameter('query', name, schema, required.includes(name)),
  );
  // Parameters whose names follow a pattern: an object whose members stand in the query one by one.
  const patterned = additionalProperties
    ? [
        {
          ...parameter('query', 'further', { type: 'object', additionalProperties }, false),
          style: 'form',
          explode: true,
        },
      ]
    : [];
  return [...named, ...patterned, ...pagination];
}

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema;
}

function parameter(place: 'path' | 'query', name: string, schema: JsonSchema, required: boolean): JsonSchema {
  const { description, ...rest } = schema;
  return { name, in: place, required, ...(description !== undefined && { description }), schema: rest };
}

const sharedParameter = (name: string): JsonSchema => ({ $ref: `#/components/parameters/${name}` });

function headerParameters(route: Route, method: HttpMethod): JsonSchema[] {
  const needsProof = route.guards?.some(guard => guard.kind === 'proof');
  return [
    ...(needsProof ? [sharedParameter('VerificationId')] : []),
    ...(route.ifMatch ? [sharedParameter('IfMatch')] : []),
    ...(method === 'GET' && hasBody(route) ? [sharedParameter('IfNoneMatch')] : []),
  ];
}

const hasBody = (route: Route): boolean => Object.values(route.responses).some(schema => schema !== null);

const header = (name: string): JsonSchema => ({ $ref: `#/components/headers/${name}` });

function successes(route: Route, method: HttpMethod, book: SchemaBook): Record<string, JsonSchema> {
  const headers = {
    ...((method === 'GET' || route.ifMatch) && { ETag: header('ETag') }),
    ...(route.pagination && { 'Total-Number': header('TotalNumber'), Link: header('Link') }),
  };
  const answers = Object.entries(route.responses).map(([status, schema]): [string, JsonSchema] => [
    status,
    schema === null
      ? { description: 'Done; no body' }
      : {
          description: 'Done',
          ...(Object.keys(headers).length > 0 && { headers }),
          content: { 'application/json': { schema: book.schemaOf(schema, 'output') } },
        },
  ]);
  const unchanged = method === 'GET' && hasBody(route) ? { 304: { description: 'The caller already has it' } } : {};
  return { ...Object.fromEntries(answers), ...unchanged };
}

/** Refusals by status. One that carries a single code is the same everywhere, and printed once. */
function problems(route: Route, shared: Record<string, JsonSchema>): Record<string, JsonSchema> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const { status, code } of problemsOf(route)) byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  const listed = [...byStatus].map(([status, codes]): [string, JsonSchema] => {
    const [code, another] = codes;
    if (code === undefined || another !== undefined) return [String(status), problemResponse(status, codes)];
    const name = status === errorSpec(code).status ? code : `${code}-${status}`;
    shared[name] ??= problemResponse(status, codes);
    return [String(status), { $ref: `#/components/responses/${name}` }];
  });
  return Object.fromEntries(listed);
}

const problemResponse = (status: number, codes: readonly ErrorCode[]): JsonSchema => ({
  description: codes.map(code => `- [\`${code}\`](/errors/${code}): ${errorSpec(code).title}`).join('\n'),
  ...(status === 401 && { headers: { 'WWW-Authenticate': header('WWWAuthenticate') } }),
  content: {
    'application/problem+json': {
      schema: {
        allOf: [{ $ref: '#/components/schemas/Problem' }],
        properties: { code: { enum: codes }, status: { const: status } },
      },
    },
  },
});
