import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Notice, plain, useOnline, useWords } from './kit/index.ts';
import type { UseChange } from './use-change.ts';

/**
 * What a change is at and what became of it, wherever the form itself has nothing to say: cancelled, lost, not known yet,
 * overtaken by somebody else's. Stands above the form's fields; what was typed stays in them.
 */
export function ChangeStatus({ change }: { readonly change: UseChange }) {
  const { text } = useWords();
  const online = useOnline();
  const { phase, outcome, slow } = change;
  const stop = <Choice onPress={change.stopWaiting}>{text('change.stop_waiting')}</Choice>;
  if (phase === 'checking') {
    return (
      <Status tone="info" sentence={text('state.outcome_checking')}>
        {slow ? stop : undefined}
      </Status>
    );
  }
  if (phase === 'unknown') {
    return (
      <Status tone="warning" sentence={text('change.unknown')}>
        <Choice staysHere onPress={change.checkAgain}>
          {text('change.check_again')}
        </Choice>
      </Status>
    );
  }
  if (phase === 'conflict') return <ConflictChoice change={change} />;
  if (phase === 'sending' && slow) {
    return (
      <Status tone="info" sentence={text('state.slow')}>
        {stop}
      </Status>
    );
  }
  if (outcome === 'cancelled') return <p className="fh-muted">{text('change.nothing')}</p>;
  if (outcome === 'lost') return <Status tone="warning" sentence={text('state.outcome_lost')} />;
  if (outcome === 'offline') {
    return online ? null : <Status tone="warning" sentence={text('state.offline')} />;
  }
  return null;
}

function ConflictChoice({ change }: { readonly change: UseChange }) {
  const { text } = useWords();
  const { mine, theirs } = change.conflict ?? {};
  const shown = (value: string | null | undefined) => (value ? <bdi>{lines(value)}</bdi> : text('value.notSet'));
  return (
    <Status tone="warning" sentence={text('change.conflict')}>
      {mine === undefined ? null : (
        <dl className="fh-versions">
          <dt>{text('change.theirs')}</dt>
          <dd>{shown(theirs)}</dd>
          <dt>{text('change.mine')}</dt>
          <dd>{shown(mine)}</dd>
        </dl>
      )}
      <Choice onPress={change.keepMine}>{text('change.keep_mine')}</Choice>
      <Choice onPress={change.keepTheirs}>{text('change.keep_theirs')}</Choice>
    </Status>
  );
}

/** What somebody wrote, made safe to stand here; several fields are a line each. */
const lines = (value: string): string =>
  value
    .split('\n')
    .map(line => plain(line, 256))
    .join('\n');

type StatusProps = {
  readonly tone: 'info' | 'warning';
  readonly sentence: string;
  readonly children?: ReactNode;
};

function Status({ tone, sentence, children }: StatusProps) {
  return (
    <div className="fh-change-status" tabIndex={-1}>
      <Notice tone={tone}>
        <p>{sentence}</p>
        {children === undefined ? null : <div className="fh-change-choices">{children}</div>}
      </Notice>
    </div>
  );
}

type ChoiceProps = {
  readonly onPress: () => void;
  /** The button goes away when it is pressed, and what it stands in stays: that has the focus then. */
  readonly staysHere?: boolean;
  readonly children: ReactNode;
};

function Choice({ onPress, staysHere = false, children }: ChoiceProps) {
  return (
    <Button
      variant="default"
      onClick={event => {
        if (staysHere) event.currentTarget.closest<HTMLElement>('.fh-change-status')?.focus();
        onPress();
      }}
    >
      {children}
    </Button>
  );
}
