import type { ReactNode } from 'react';
import { CheckIcon, CrossIcon, DotIcon } from './icons.tsx';
import { useWords } from './words.tsx';

/** Whether what was typed meets a demand, does not yet, or was refused for it. */
export type RuleState = 'met' | 'open' | 'refused';

const icons = { met: CheckIcon, open: DotIcon, refused: CrossIcon } as const;

type Props = {
  readonly label: string;
  readonly rules: readonly { readonly rule: string; readonly state: RuleState; readonly words: ReactNode }[];
};

/** Every demand on a new value at once, each with its state in a mark and in words. */
export function RuleList({ label, rules }: Props) {
  const { text } = useWords();
  return (
    <ul className="fh-rules" aria-label={label}>
      {rules.map(({ rule, state, words }) => {
        const Icon = icons[state];
        return (
          <li key={rule} className={`fh-rule fh-rule-${state}`}>
            <Icon />
            <span>
              {words}
              {state === 'open' ? null : <span className="fh-visually-hidden"> {text(`password.state.${state}`)}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
