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

/** The ETag of settings as reading them answers it: of what they say, so that a change beside them is none of theirs. */
export const etagOfSettings = (settings: object): string => etagOfText(JSON.stringify(settings));

/** Settings that were changed, with the ETag by which the next change can be guarded. */
export const changedSettings = <Settings extends object>(settings: Settings): Reply<Settings> =>
  new Reply(settings, { headers: { etag: etagOfSettings(settings) } });
