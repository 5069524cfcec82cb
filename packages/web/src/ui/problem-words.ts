import type { Words } from '../i18n/words.tsx';
import type { Problem } from './api.ts';

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

/** The time of day at which a lock-out ends, or undefined when the server did not say. */
export function lockedUntil(problem: Problem, locale: string): string | undefined {
  if (problem.code !== 'session.verification_blocked_too_many_attempts') return undefined;
  if (problem.retryAfter === undefined) return undefined;
  const end = new Date(Date.now() + problem.retryAfter * 1000);
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(end);
}
