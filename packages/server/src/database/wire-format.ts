/**
 * Values on their way to and from the database: one conversion for both drivers, so that they cannot
 * differ. Every value is bound as text, in the form that PostgreSQL itself reads, bytes as binary.
 */

import pg from 'pg';
import { DatabaseError, JsonParameter, type SqlValue } from './database.ts';

const INT8 = 20;

/** An array literal: `{"a","b \"quoted\""}`. Every element is quoted, so that `NULL` stays the word. */
const arrayLiteral = (items: readonly string[]): string =>
  `{${items.map(item => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

/**
 * NUL and half a surrogate pair have no UTF-8 form. PostgreSQL refuses the first, but a driver turns the
 * second into U+FFFD without a word, so that two different names would become one.
 */
function wellFormed(text: string): string {
  if (/[\0\p{Surrogate}]/u.test(text)) throw new DatabaseError('22021', undefined, undefined);
  return text;
}

/** The form in which `value` is bound: text, bytes or SQL's null. */
export function toWire(value: SqlValue): string | Buffer | null {
  if (value === null) return null;
  if (typeof value === 'string') return wellFormed(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof JsonParameter) return value.text;
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return wellFormed(arrayLiteral(value));
}

/** A count or id beyond 2^53 must not lose its last digits silently. */
function exactNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`bigint ${text} does not fit a number exactly`);
  return number;
}

/** What turns a column's text into its value, by the type's oid. `numeric` stays text: it has no exact number. */
export function fromWire(oid: number): (text: string) => unknown {
  return oid === INT8 ? exactNumber : pg.types.getTypeParser(oid, 'text');
}
