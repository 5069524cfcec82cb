import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { ChangeStatus } from '../../change-status.tsx';
import { Card } from '../../frame.tsx';
import { Notice, ProblemNotice, SubmitButton, useWords } from '../../kit/index.ts';
import type { CardForm } from './use-card-form.ts';

type Props = { readonly heading: string; readonly form: CardForm; readonly children: ReactNode };

/** A card whose fields are saved together; Save and Cancel come with the first thing that is typed. */
export function FormCard({ heading, form, children }: Props) {
  const { text } = useWords();
  const { change, isDirty, isSaved, problem } = form;
  const { busy, asking, slow } = change;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isDirty) form.submit();
  }
  return (
    <Card heading={heading}>
      <form className="fh-form" method="post" noValidate ref={form.ref} onSubmit={submit}>
        {problem === undefined ? null : <ProblemNotice problem={problem} />}
        {children}
        <ChangeStatus change={change} />
        {isSaved ? (
          <div className="fh-form-notice" tabIndex={-1}>
            <Notice tone="ok">
              <p>{text('profile.saved')}</p>
            </Notice>
          </div>
        ) : null}
        {isDirty ? (
          <div className="fh-actions">
            <SubmitButton busy={busy} asking={asking} slow={slow} busyLabel={text('profile.saving')}>
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
