import { type FormProblem, type Problem, problemSentence, type Words } from '@freehold/client/react/kit';
import { type ConfigIssue, issuesOf, kindOfIssue } from './config-issues.ts';
import type { EntryProblem } from './form-draft.ts';

/** What is wrong with a field: in our words, or in the server's, which are English. */
export type FieldProblem = {
  readonly member?: string | undefined;
  readonly sentence: string;
  readonly detail?: string;
};

/** What is wrong with a form: field by field, and as a whole. */
export type FormProblems = {
  readonly fields: Readonly<Record<string, FieldProblem>>;
  readonly form?: FormProblem;
};

/** Nothing is. */
export const noProblems: FormProblems = { fields: {} };

/** What the form itself finds. */
export function ownProblems(problems: Readonly<Record<string, EntryProblem>>, { text }: Words): FormProblems {
  const fields = Object.entries(problems).map(([key, problem]) => [
    key,
    { sentence: text(`connectors.entry_${problem}`) },
  ]);
  return { fields: Object.fromEntries(fields) };
}

/** What the server has refused, at the fields that it names; the rest, with the id to ask with, above them. */
export function refusedProblems(problem: Problem, known: ReadonlySet<string>, words: Words): FormProblems {
  if (problem.code === 'connector.multiple_target_with_same_platform') {
    return { fields: { target: { sentence: problemSentence(problem, words) } } };
  }
  const fields: Record<string, FieldProblem> = {};
  let isElsewhere = false;
  for (const issue of issuesOf(problem)) {
    // Judged as part of a request, or by the kind of connector itself.
    const path = ['config', 'metadata'].includes(issue.path[0] ?? '') ? issue.path.slice(1) : issue.path;
    const [key = '', member] = path;
    if (known.has(key)) fields[key] ??= { member, ...inWords(issue, words) };
    else isElsewhere = true;
  }
  if (Object.keys(fields).length > 0 && !isElsewhere) return { fields };
  return { fields, form: { sentence: problemSentence(problem, words), requestId: problem.requestId } };
}

function inWords(issue: ConfigIssue, { text }: Words): Pick<FieldProblem, 'sentence' | 'detail'> {
  const kind = kindOfIssue(issue);
  const sentence = text(`connectors.issue_${kind}`);
  return kind === 'other' ? { sentence, detail: issue.message } : { sentence };
}
