import { Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAccount } from '../account-scope.tsx';
import type { AccountView } from '../account-store.ts';
import { fieldState, type ShownField } from '../fields.ts';
import { Task } from '../frame.tsx';
import { BackToSecurity, TaskOff } from './closed-task.tsx';
import { LoadFailed } from './load-failed.tsx';
import { ManagedNote } from './managed-note.tsx';

type Props = {
  readonly field: ShownField;
  readonly task: string;
  readonly heading: string;
  /** The value where it may be seen and not be changed. */
  readonly value: (view: AccountView) => ReactNode;
  readonly children: (view: AccountView) => ReactNode;
};

/** A task for whoever may change the field; what everybody else gets instead. */
export function FieldGate({ field, task, heading, value, children }: Props) {
  const { state } = useAccount();
  if (state.at === 'failed') return <LoadFailed problem={state.problem} />;
  if (state.at === 'loading') {
    return (
      <Task task={task} heading={heading}>
        <Loader className="fh-waiting" color="var(--fh-muted)" />
      </Task>
    );
  }
  const { view } = state;
  const may = fieldState(view, field);
  if (may === 'edit') return children(view);
  return (
    <Task task={task} heading={heading}>
      {may === 'off' ? (
        <TaskOff />
      ) : (
        <>
          <p className="fh-current">{value(view)}</p>
          <ManagedNote />
          <BackToSecurity />
        </>
      )}
    </Task>
  );
}
