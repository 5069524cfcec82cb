import { useWords } from '@freehold/client/react/kit';
import type { StepUpPolicy } from '@freehold/contract';
import { changedActions } from './policy-draft.ts';
import { actionNames, ruleSentence } from './policy-words.ts';

/** What differs between two policies, rule by rule in words. */
export function PolicyDiff({ before, after }: { readonly before: StepUpPolicy; readonly after: StepUpPolicy }) {
  const words = useWords();
  const { text } = words;
  const actions = changedActions(before, after);
  return (
    <ul className="fh-diff-rows">
      {before.endOtherSessions === after.endOtherSessions ? null : (
        <li>
          <strong>{text('policy.end_others')}</strong>
          <p>{text(after.endOtherSessions ? 'policy.end_others_on' : 'policy.end_others_off')}</p>
        </li>
      )}
      {actions.map(action => (
        <li key={action}>
          <strong>{text(actionNames[action])}</strong>
          <dl>
            <dt>{text('policy.before')}</dt>
            <dd>{ruleSentence(before.actions[action], words)}</dd>
            <dt>{text('policy.after')}</dt>
            <dd>{ruleSentence(after.actions[action], words)}</dd>
          </dl>
        </li>
      ))}
    </ul>
  );
}
