import { z } from 'zod';
import * as account from '../account.ts';
import * as management from '../management/index.ts';
import type { Schema } from '../route.ts';
import * as signIn from '../sign-in.ts';
import * as stepUp from '../step-up.ts';
import * as verifications from '../verifications.ts';

/** A JSON Schema (2020-12), as it stands in an OpenAPI 3.1 document. */
export type JsonSchema = { [keyword: string]: unknown };

/** Collects what operations share, so that it is printed once: schemas under the name of their export, answers. */
export interface SchemaBook {
  /**
   * The JSON Schema of `schema`, with references to `components`.
   * @param io what a caller sends (before defaults and normalization), or what an answer holds
   */
  schemaOf(schema: Schema, io: 'input' | 'output'): JsonSchema;
  /** Whether a caller may leave the whole thing out. */
  isOptional(schema: Schema): boolean;
  /** What was referred to so far, by name. */
  readonly components: Readonly<Record<string, JsonSchema>>;
  /** Answers that several operations share, by name. */
  readonly responses: Record<string, JsonSchema>;
}

const reference = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

export function createSchemaBook(): SchemaBook {
  const components: Record<string, JsonSchema> = {};

  /** Keeps a definition; where what is sent differs from what is answered, the sent one has a name of its own. */
  const keep = (name: string, definition: JsonSchema): string => {
    const text = JSON.stringify(definition);
    for (const candidate of [name, `${name}Input`]) {
      components[candidate] ??= definition;
      if (JSON.stringify(components[candidate]) === text) return candidate;
    }
    throw new Error(`Two schemas are named ${name}. Rename the export of one of them.`);
  };

  return {
    components,
    responses: {},
    isOptional: schema => schema.safeParse(undefined).success,
    schemaOf(schema, io) {
      // As a member of an object, because a named schema at the root would be spelled out instead of referred to.
      const printed = z.toJSONSchema(z.object({ it: schema }), { io, metadata: named, override: tidy });
      const definitions = (printed.$defs ?? {}) as Record<string, JsonSchema>;
      const kept = new Map<string, JsonSchema>();
      const resolve = (name: string): JsonSchema => {
        const known = kept.get(name);
        if (known) return known;
        const definition = definitions[name] ?? {};
        if (isJsonValue(name, definition)) {
          kept.set(name, reference(keep('JsonValue', jsonValue)));
        } else {
          const { id: _, ...rest } = definition;
          kept.set(name, reference(keep(name, redirect(rest, resolve) as JsonSchema)));
        }
        return kept.get(name) ?? {};
      };
      return redirect(printed.properties?.['it'], resolve) as JsonSchema;
    },
  };
}

/** Names of the exported schemas, added to what `.describe()` and `.meta()` say elsewhere. */
class NamedSchemas extends z.core.$ZodRegistry<Record<string, unknown>> {
  override get(schema: z.core.$ZodType) {
    const name = super.get(schema);
    const said = z.globalRegistry.get(schema);
    return name || said ? { ...said, ...name } : undefined;
  }
}

const named = new NamedSchemas();
for (const [name, value] of Object.entries({ ...account, ...management, ...signIn, ...stepUp, ...verifications })) {
  if (value instanceof z.ZodObject || value instanceof z.ZodEnum) named.add(value, { id: name });
}

/** Leaves out what only repeats the rest, or promises more than we do. */
function tidy({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  // Keys of a JSON object are strings anyway.
  if (JSON.stringify(jsonSchema.propertyNames) === '{"type":"string"}') delete jsonSchema.propertyNames;
  // Answers grow: a client that refuses members that it does not know would break with the next release.
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

/** Replaces references into one printed schema by references into the document. */
function redirect(node: unknown, resolve: (name: string) => JsonSchema): unknown {
  if (Array.isArray(node)) return node.map(item => redirect(item, resolve));
  if (typeof node !== 'object' || node === null) return node;
  const { $ref, ...rest } = node as { $ref?: unknown };
  const name = typeof $ref === 'string' ? /^#\/\$defs\/(.+)$/.exec($ref)?.[1] : undefined;
  const mapped = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, redirect(value, resolve)]));
  return name === undefined ? { ...($ref !== undefined && { $ref }), ...mapped } : { ...resolve(name), ...mapped };
}

const jsonValue: JsonSchema = { description: 'Any JSON value' };

/** `z.json()` refers to itself, and prints a page where one line says the same. */
function isJsonValue(name: string, definition: JsonSchema): boolean {
  if (!name.startsWith('__schema')) return false;
  const members = definition['anyOf'];
  const types = Array.isArray(members) ? members.map(member => member.type) : [];
  return types.join() === 'string,number,boolean,null,array,object';
}
