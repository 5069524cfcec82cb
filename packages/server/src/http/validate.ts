import { isStorable, type Schema } from '@freehold/contract';
import { Problem } from '../operation/index.ts';

/** The part of a request that a schema judges. */
export type RequestPart = 'params' | 'query' | 'body';

/**
 * Parses one part of a request. Unknown members are dropped by the schema. What no database can hold is refused here, once
 * for all members and keys: it would surface as a 500 from wherever a schema has not thought of it.
 * @throws Problem `guard.invalid_input` with all issues in `data` and one line an issue in `details`.
 */
export function validate(part: RequestPart, schema: Schema | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (result.success) {
    if (isStorable(result.data)) return result.data;
    throw new Problem('guard.invalid_input', {
      details: `${part}: must be well-formed text without NUL`,
      values: { part },
    });
  }
  const issues = result.error.issues.map(issue => ({ code: issue.code, path: issue.path, message: issue.message }));
  throw new Problem('guard.invalid_input', {
    data: { name: 'ZodError', issues },
    details: issues.map(issue => `${part}.${issue.path.join('.')}: ${issue.message} (${issue.code})`).join('\n'),
    values: { part },
  });
}
