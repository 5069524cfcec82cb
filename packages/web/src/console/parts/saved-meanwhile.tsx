import { Notice, useWords } from '@freehold/client/react/kit';
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';

/** One thing that somebody else has saved meanwhile. */
export interface MeanwhileRow {
  readonly key: string;
  readonly name: string;
  readonly begun: string;
  readonly now: string;
  /** Mine, where I changed the same. */
  readonly mine?: string;
}

type Props = {
  /** What has happened, where it is not settings that were saved. */
  readonly sentence?: string;
  readonly rows: readonly MeanwhileRow[];
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
};

/** Two administrators at the same settings: what the other one has saved, and whose word counts. */
export function SavedMeanwhile({ sentence, rows, onKeepMine, onTakeTheirs }: Props) {
  const { text } = useWords();
  const happened = sentence ?? text('fields.conflict');
  const region = useRef<HTMLElement>(null);
  useEffect(() => region.current?.focus(), []);
  return (
    <section className="fh-diff" ref={region} tabIndex={-1} aria-label={happened}>
      <Notice tone="warning">
        <p>{happened}</p>
      </Notice>
      <ul className="fh-diff-rows">
        {rows.map(({ key, name, begun, now, mine }) => (
          <li key={key}>
            <strong>{name}</strong>
            <dl>
              <dt>{text('fields.conflict_begun')}</dt>
              <dd>{begun}</dd>
              <dt>{text('fields.conflict_now')}</dt>
              <dd>{now}</dd>
              {mine === undefined ? null : (
                <>
                  <dt>{text('fields.conflict_mine')}</dt>
                  <dd>{mine}</dd>
                </>
              )}
            </dl>
          </li>
        ))}
      </ul>
      <div className="fh-actions">
        <Button onClick={onKeepMine}>{text('fields.conflict_keep')}</Button>
        <Button variant="default" onClick={onTakeTheirs}>
          {text('fields.conflict_theirs')}
        </Button>
      </div>
    </section>
  );
}
