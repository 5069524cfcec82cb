import type { ReactNode } from 'react';
import { useAccountView } from '../account-scope.tsx';
import type { AccountView } from '../account-store.ts';
import { fieldState, type ShownField } from '../fields.ts';
import { Task } from '../frame.tsx';
import { Notice, useWords } from '../kit/index.ts';
import { BackToSecurity } from './back-to-security.tsx';
import { ManagedNote } from './managed-note.tsx';

type Props = {
  readonly field: ShownField;
  readonly task: string;
  readonly heading: string;
  /** The value where it may be seen and not be changed; without it, the task itself shows that. */
  readonly value?: (view: AccountView) => ReactNode;
  readonly children: (view: AccountView) => ReactNode;
};

/** A task for whoever may change the field; what everybody else gets instead. */
export function FieldGate({ field, task, heading, value, children }: Props) {
  const { text } = useWords();
  const view = useAccountView();
  const may = fieldState(view, field);
  if (may === 'edit' || (may === 'readOnly' && value === undefined)) return children(view);
  return (
    <Task task={task} heading={heading}>
      {may === 'off' ? (
        <Notice tone="info">
          <p>{text('closed.off')}</p>
        </Notice>
      ) : (
        <>
          <p className="fh-current">{value?.(view)}</p>
          <ManagedNote />
        </>
      )}
      <BackToSecurity />
    </Task>
  );
}
