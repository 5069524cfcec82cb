import { useWords } from '@freehold/client/react/kit';
import { type StepUpPolicy, type StepUpPreset, stepUpPresets } from '@freehold/contract';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { PolicyDiff } from './policy-diff.tsx';
import { countChanges, presetPolicy } from './policy-draft.ts';

type Props = {
  readonly draft: StepUpPolicy;
  readonly onChange: (policy: StepUpPolicy) => void;
};

/** The three policies that are shipped. Choosing one shows first what it would change of what stands here. */
export function PresetChoice({ draft, onChange }: Props) {
  const { text } = useWords();
  const [wanted, setWanted] = useState<StepUpPreset>();
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    if (wanted !== undefined) region.current?.focus();
  }, [wanted]);
  const after = wanted && presetPolicy(wanted);
  return (
    <section className="fh-panel" aria-labelledby="preset-heading">
      <h2 id="preset-heading">{text('policy.presets')}</h2>
      <ul className="fh-presets">
        {stepUpPresets.map(preset => {
          const name = text(`policy.preset_${preset}`);
          const current = preset === draft.preset;
          return (
            <li key={preset} className="fh-preset" data-current={current || undefined}>
              <h3>{name}</h3>
              <p className="fh-small">{text(`policy.about_${preset}`)}</p>
              {current ? <p className="fh-mark">{text('policy.preset_current')}</p> : null}
              <Button variant="default" onClick={() => setWanted(preset)}>
                {text('policy.preset_look', { preset: name })}
              </Button>
            </li>
          );
        })}
      </ul>
      {after === undefined || wanted === undefined ? null : (
        <section className="fh-diff" ref={region} tabIndex={-1} aria-labelledby="preset-diff-heading">
          <h3 id="preset-diff-heading">
            {text('policy.preset_diff', {
              preset: text(`policy.preset_${wanted}`),
              count: countChanges(draft, after),
            })}
          </h3>
          <PolicyDiff before={draft} after={after} />
          <div className="fh-actions">
            <Button
              onClick={() => {
                onChange(after);
                setWanted(undefined);
              }}
            >
              {text('policy.preset_apply')}
            </Button>
            <Button variant="default" onClick={() => setWanted(undefined)}>
              {text('policy.preset_leave')}
            </Button>
          </div>
        </section>
      )}
    </section>
  );
}
