import { useWords } from '@freehold/client/react/kit';
import type { SensitiveAction, StepUpRule } from '@freehold/contract';
import { Button, NativeSelect } from '@mantine/core';
import { useId, useState } from 'react';
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
          <NativeSelect
            label={text('policy.proof')}
            value={rule.proof}
            onChange={event => onChange({ ...rule, proof: event.currentTarget.value as StepUpRule['proof'] })}
          >
            {(['always', 'ifAble', 'never'] as const).map(proof => (
              <option key={proof} value={proof}>
                {text(`policy.proof_${proof}`)}
              </option>
            ))}
          </NativeSelect>
          {rule.proof === 'never' ? null : (
            <>
              <NativeSelect
                label={text('policy.strength')}
                value={rule.strength}
                onChange={event => onChange({ ...rule, strength: event.currentTarget.value as StepUpRule['strength'] })}
              >
                {(['any', 'strongest'] as const).map(strength => (
                  <option key={strength} value={strength}>
                    {text(`policy.strength_${strength}`)}
                  </option>
                ))}
              </NativeSelect>
              <NativeSelect
                label={text('policy.age')}
                value={String(rule.maxAgeSeconds)}
                onChange={event => onChange({ ...rule, maxAgeSeconds: Number(event.currentTarget.value) })}
              >
                {[...new Set([...ages, rule.maxAgeSeconds])]
                  .sort((a, b) => a - b)
                  .map(seconds => (
                    <option key={seconds} value={String(seconds)}>
                      {text('policy.age_value', ageValues(seconds))}
                    </option>
                  ))}
              </NativeSelect>
              <label className="fh-switch">
                <input
                  type="checkbox"
                  checked={rule.singleUse}
                  onChange={event => onChange({ ...rule, singleUse: event.currentTarget.checked })}
                />
                <span>{text('policy.once')}</span>
              </label>
            </>
          )}
        </fieldset>
      ) : null}
    </li>
  );
}
