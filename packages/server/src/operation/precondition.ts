import { sha256 } from '../lib/index.ts';
import { Reply } from './handler.ts';
import { Problem } from './problem.ts';

/** The ETag of an answer that has no version of its own: the same text has the same one. */
export const etagOfText = (text: string): string => `"${sha256(text).toString('base64url').slice(0, 22)}"`;

/**
 * Refuses a change of something that is no longer what the caller has seen (RFC 9110 §13.1.1). To be asked once the row is
 * locked: between an answer to this and the change nobody else may come in.
 * @param current the ETag of what is there now
 * @throws Problem 412
 */
export function requireMatch(ifMatch: readonly string[] | undefined, current: string): void {
  if (ifMatch === undefined || ifMatch.some(tag => tag === '*' || tag === current)) return;
  throw new Problem('request.precondition_failed');
}

/** The ETag of something as reading it answers it: of what it says, so that a change beside it is none of it. */
export const etagOfValue = (value: object): string => etagOfText(JSON.stringify(value));

/** What a change has made, with the ETag by which the next change can be guarded. */
export const withEtag = <Value extends object>(value: Value): Reply<Value> =>
  new Reply(value, { headers: { etag: etagOfValue(value) } });
