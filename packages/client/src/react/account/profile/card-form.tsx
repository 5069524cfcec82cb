import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { Card } from '../../frame.tsx';
import { Notice, ProblemNotice, plain, SubmitButton, useWords } from '../../kit/index.ts';
import type { CardForm } from './use-card-form.ts';

type Props = {
  readonly heading: string;
  readonly form: CardForm;
  /** The name of a field, as the form has it. */
  readonly labelOf: (field: string) => string;
  readonly children: ReactNode;
};

/** A card whose fields are saved together; Save and Cancel come with the first thing that is typed. */
export function FormCard({ heading, form, labelOf, children }: Props) {
  const { text } = useWords();
  const { busy, slow, phase, isDirty, isSaved, isLost, problem } = form;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isDirty) form.submit();
  }
  return (
    <Card heading={heading}>
      <form className="fh-form" method="post" noValidate ref={form.ref} onSubmit={submit}>
        {problem === undefined ? null : <ProblemNotice problem={problem} />}
        {isLost ? (
          <Notice tone="warning">
            <p>{text('state.outcome_lost')}</p>
          </Notice>
        ) : null}
        {children}
        <Conflicts form={form} labelOf={labelOf} />
        {isSaved ? (
          <div className="fh-form-notice" tabIndex={-1}>
            <Notice tone="ok">
              <p>{text('profile.saved')}</p>
            </Notice>
          </div>
        ) : null}
        {phase === 'checking' ? (
          <Notice tone="info">
            <p>{text('state.outcome_checking')}</p>
          </Notice>
        ) : null}
        {isDirty ? (
          <div className="fh-actions">
            <SubmitButton busy={busy} slow={slow} busyLabel={text('profile.saving')}>
              {text('profile.save')}
            </SubmitButton>
            <Button variant="default" aria-disabled={busy || undefined} onClick={() => busy || form.cancel()}>
              {text('profile.cancel')}
            </Button>
          </div>
        ) : null}
      </form>
    </Card>
  );
}

/** Both values, where somebody else has changed the same, and the choice between them. */
function Conflicts({ form, labelOf }: Pick<Props, 'form' | 'labelOf'>) {
  const { text, rich } = useWords();
  if (form.conflicts.length === 0) return null;
  return (
    <Notice tone="warning">
      <p>{text('profile.conflict')}</p>
      <ul>
        {form.conflicts.map(({ field, now }) => (
          <li key={field}>
            {rich('profile.conflict_value', {
              field: labelOf(field),
              theirs: now === '' ? text('value.notSet') : plain(now, 200),
              mine: form.value(field).trim() === '' ? text('value.notSet') : plain(form.value(field), 200),
            })}
          </li>
        ))}
      </ul>
      <div className="fh-actions">
        <Button variant="default" onClick={form.keepMine}>
          {text('profile.keep_mine')}
        </Button>
        <Button variant="default" onClick={form.keepTheirs}>
          {text('profile.keep_theirs')}
        </Button>
      </div>
    </Notice>
  );
}
