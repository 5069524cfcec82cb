import type { Problem } from './problem.ts';
import { againAt, problemSentence } from './problem-words.ts';
import type { WordKey, Words } from './words.tsx';

/** What stands above a form that was refused as a whole. */
export type FormProblem = {
  readonly sentence: string;
  /** What the people who run the service ask for; only where they are the ones who can help. */
  readonly requestId?: string | undefined;
};

/** The words for a refusal of a step: with the time at which trying again makes sense, where there is one. */
export function stepProblem(problem: Problem, words: Words, locked: WordKey = 'step.locked_until'): FormProblem {
  const { text, locale } = words;
  const time = againAt(problem, locale);
  if (time !== undefined && problem.code === 'session.verification_blocked_too_many_attempts') {
    return { sentence: text(locked, { time }) };
  }
  if (time !== undefined && problem.code === 'request.message_rate_limited') {
    return { sentence: text('code.limited_until', { time }) };
  }
  const sentence = problemSentence(problem, words);
  // Where the server has said nothing, our own sentence names it.
  return problem.status === 500 && problem.message !== '' ? { sentence, requestId: problem.requestId } : { sentence };
}

/** The same where a message could not be sent: what is wrong with the connector is nobody's business on this page. */
export function sendingProblem(problem: Problem, words: Words): FormProblem {
  if (!problem.code.startsWith('connector.')) return stepProblem(problem, words);
  return { sentence: words.text('code.cannot_send'), requestId: problem.requestId };
}
