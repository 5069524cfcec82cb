import { useWords } from '@freehold/client/react/kit';
import type { SensitiveAction, StepUpRule } from '@freehold/contract';
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { Choose } from '../parts/choose.tsx';
import { Tick } from '../parts/tick.tsx';
import { standing } from './policy-draft.ts';
import { actionNames, ageValues, ruleSentence } from './policy-words.ts';

type Props = {
  readonly action: SensitiveAction;
  readonly rule: StepUpRule;
  /** The rule that the preset has for it. */
  readonly preset: StepUpRule;
  readonly onChange: (rule: StepUpRule) => void;
};

const ages = [30, 60, 120, 300, 600];

/** One rule of the policy: as a sentence, and as what the sentence is made of once somebody wants to change it. */
export function PolicyRow({ action, rule, preset, onChange }: Props) {
  const words = useWords();
  const { text } = words;
  const id = useId();
  const [open, setOpen] = useState(false);
  const name = text(actionNames[action]);
  const stands = standing(rule, preset);
  return (
    <li className="fh-policy-row">
      <div className="fh-policy-line">
        <h3 id={id}>{name}</h3>
        <Button
          variant="default"
          aria-expanded={open}
          aria-label={text(open ? 'policy.close' : 'policy.edit', { action: name })}
          onClick={() => setOpen(!open)}
        >
          {text(open ? 'policy.close_short' : 'policy.edit_short')}
        </Button>
      </div>
      <p>{ruleSentence(rule, words)}</p>
      {stands === 'same' ? null : <p className="fh-mark">{text(`policy.stands_${stands}`)}</p>}
      {open ? (
        <fieldset className="fh-plain-set fh-policy-form" aria-labelledby={id}>
          <Choose
            label={text('policy.proof')}
            value={rule.proof}
            options={(['always', 'ifAble', 'never'] as const).map(value => ({
              value,
              label: text(`policy.proof_${value}`),
            }))}
            onChange={proof => onChange({ ...rule, proof })}
          />
          {rule.proof === 'never' ? null : (
            <>
              <Choose
                label={text('policy.strength')}
                value={rule.strength}
                options={(['any', 'strongest'] as const).map(value => ({
                  value,
                  label: text(`policy.strength_${value}`),
                }))}
                onChange={strength => onChange({ ...rule, strength })}
              />
              <Choose
                label={text('policy.age')}
                value={String(rule.maxAgeSeconds)}
                options={[...new Set([...ages, rule.maxAgeSeconds])]
                  .sort((a, b) => a - b)
                  .map(seconds => ({ value: String(seconds), label: text('policy.age_value', ageValues(seconds)) }))}
                onChange={seconds => onChange({ ...rule, maxAgeSeconds: Number(seconds) })}
              />
              <Tick
                label={text('policy.once')}
                checked={rule.singleUse}
                onChange={singleUse => onChange({ ...rule, singleUse })}
              />
            </>
          )}
        </fieldset>
      ) : null}
    </li>
  );
}
