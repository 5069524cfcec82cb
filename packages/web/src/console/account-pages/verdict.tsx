import { AlertIcon, CheckIcon, CrossIcon, useWords } from '@freehold/client/react/kit';
import type { StepUpJudgement } from '@freehold/contract';
import { outcomeOf, verdictSentence } from './policy-words.ts';

const icons = { allowed: CheckIcon, asked: AlertIcon, blocked: CrossIcon } as const;

/** What somebody would be asked, and which part of the rule decided. */
export function Verdict({
  judgement,
}: {
  readonly judgement: Pick<StepUpJudgement, 'proofNeeded' | 'acceptableMethods' | 'reason'>;
}) {
  const words = useWords();
  const outcome = outcomeOf(judgement);
  const Icon = icons[outcome];
  return (
    <span className={`fh-verdict fh-verdict-${outcome}`}>
      <Icon />
      <span>{verdictSentence(judgement, words)}</span>
    </span>
  );
}
