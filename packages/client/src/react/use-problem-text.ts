import { useCallback } from 'react';
import { type Problem, stepProblem, useWords } from './kit/index.ts';

/** What a refused change means, as a sentence in the reader's language: with the time at which trying again makes sense. */
export function useProblemText(): (problem: Problem) => string {
  const words = useWords();
  return useCallback((problem: Problem) => stepProblem(problem, words).sentence, [words]);
}
