import type { ProofChoice } from '@freehold/contract';
import { Button } from '@mantine/core';
import { OtherWays, useWords } from '../kit/index.ts';
import { readableTarget } from './readable-target.ts';

type Props = {
  readonly others: readonly ProofChoice[];
  readonly open: boolean;
  readonly onOpen: () => void;
  /** Back to the way that one was at. */
  readonly onBack: () => void;
  readonly onChoose: (choice: ProofChoice) => void;
};

/** The ways that are not shown: one press away where there is one, else behind "Try another way". */
export function OtherMethods({ others, open, onOpen, onBack, onChoose }: Props) {
  const words = useWords();
  const { text } = words;
  const [only] = others;
  if (only === undefined) return null;
  if (!open) {
    return (
      <OtherWays>
        <button type="button" className="fh-link" onClick={others.length === 1 ? () => onChoose(only) : onOpen}>
          {text(others.length === 1 ? `proof.use_${only.method}` : 'proof.other')}
        </button>
      </OtherWays>
    );
  }
  return (
    <>
      <ul className="fh-methods">
        {others.map(other => (
          <li key={other.method}>
            <Button variant="default" fullWidth onClick={() => onChoose(other)}>
              {text(`proof.use_${other.method}`)}
              {other.target === undefined ? null : (
                <span className="fh-muted fh-small fh-method-target">
                  <bdi dir="ltr">{readableTarget(other.target)}</bdi>
                </span>
              )}
            </Button>
          </li>
        ))}
      </ul>
      <OtherWays>
        <button type="button" className="fh-link" onClick={onBack}>
          {text('proof.back')}
        </button>
      </OtherWays>
    </>
  );
}
