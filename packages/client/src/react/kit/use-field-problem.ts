import { type RefObject, useRef, useState } from 'react';
import { useAnnounce } from './live-region.tsx';
import type { FormProblem } from './step-words.ts';

/** What is wrong with a form of one field: with what was typed, or with the step as a whole. */
export interface FieldProblem {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly problem: { readonly field?: string; readonly form?: FormProblem };
  /** Says it at the field, where the person is then, and aloud. */
  readonly refuse: (sentence: string) => void;
  /** Says it above the form; without it, nothing is wrong any more. */
  readonly say: (problem?: FormProblem) => void;
}

/**
 * @param given the field, where a step around the form has it already
 * @param select what was typed is to be typed anew: a password or a code that nobody mends letter by letter
 */
export function useFieldProblem(given?: FieldProblem['field'], { select = false } = {}): FieldProblem {
  const own = useRef<HTMLInputElement>(null);
  const field = given ?? own;
  const [problem, setProblem] = useState<FieldProblem['problem']>({});
  const announce = useAnnounce();
  return {
    field,
    problem,
    refuse(sentence) {
      setProblem({ field: sentence });
      field.current?.focus();
      if (select) field.current?.select();
      announce(sentence);
    },
    say: form => setProblem(form === undefined ? {} : { form }),
  };
}
