import type { Problem } from './problem.ts';
import type { Words } from './words.tsx';

/** The sentence for a problem: the server's own, which is in the reader's language already, or ours when it sent none. */
export function problemSentence(problem: Problem, { text }: Words): string {
  if (problem.code === 'network') return text(navigator.onLine ? 'problem.network' : 'state.offline');
  if (problem.message !== '') return problem.message;
  return problem.requestId === undefined
    ? text('problem.unknown')
    : text('problem.unknown_with_id', { id: problem.requestId });
}

/** Whether the sign-in that this page belongs to is over: finished, expired or never started here. */
export function isSignInOver(problem: Problem): boolean {
  return problem.code === 'session.not_found' || problem.code === 'oidc.session_not_found';
}

/** When trying again makes sense, as people say it: a time of day, with its date when that is not soon. */
export function againAt({ retryAfter }: Problem, locale: string): string | undefined {
  if (retryAfter === undefined) return undefined;
  const soon = retryAfter < 12 * 3600;
  const day = soon ? {} : ({ month: 'short', day: 'numeric' } as const);
  // The minute after: a reader who comes back at the time that is named must not be early.
  const end = new Date(Math.ceil((Date.now() + retryAfter * 1000) / 60_000) * 60_000);
  return new Intl.DateTimeFormat(locale, { ...day, hour: 'numeric', minute: '2-digit' }).format(end);
}
