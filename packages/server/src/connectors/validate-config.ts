import type { z } from 'zod';
import type { ConfigIssue } from './port.ts';

/**
 * A factory's `validate` made of a schema. Messages say what is expected and never hold the value: it may be a secret.
 * Schemas are loose objects: a key that we do not know may be one that a later version or another product knows.
 */
export const validateWith =
  (schema: z.ZodType) =>
  (config: unknown): readonly ConfigIssue[] => {
    const result = schema.safeParse(config);
    if (result.success) return [];
    return result.error.issues.map(({ path, message }) => ({
      path: path.map(step => (typeof step === 'symbol' ? String(step) : step)),
      message,
    }));
  };
