import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useAccountView, useClient } from '../../account-scope.tsx';
import { ChangeStatus } from '../../change-status.tsx';
import { fieldState } from '../../fields.ts';
import { Card } from '../../frame.tsx';
import {
  Field,
  type FormProblem,
  Notice,
  ProblemNotice,
  SubmitButton,
  stepProblem,
  useWords,
} from '../../kit/index.ts';
import { useChange } from '../../use-change.ts';
import { AvatarUpload } from '../avatar/avatar-upload.tsx';
import { Avatar } from '../avatar.tsx';
import { ManagedNote } from '../managed-note.tsx';
import { foreignHost, isPictureAddress } from '../picture.ts';

/** The picture, or the initials in its place; an account that may be changed gives it another one or none. */
export function AvatarCard() {
  const { text, rich } = useWords();
  const view = useAccountView();
  const { account } = view;
  const host = foreignHost(account.avatar, location.origin);
  return (
    <Card heading={text('profile.picture')}>
      <div className="fh-picture">
        <Avatar account={account} size={96} />
        <p className="fh-muted fh-small">
          {host !== undefined
            ? rich('profile.picture_foreign', { host: <bdi dir="ltr">{host}</bdi> })
            : account.avatar
              ? text('profile.picture_shown')
              : text('profile.picture_none')}
        </p>
      </div>
      {fieldState(view, 'avatar') === 'edit' ? (
        <>
          <AvatarUpload />
          <EditPicture />
        </>
      ) : (
        <ManagedNote />
      )}
    </Card>
  );
}

/** Takes the picture away, or puts one in its place that lies elsewhere. */
function EditPicture() {
  const words = useWords();
  const { text } = words;
  const client = useClient();
  const { account } = useAccountView();
  const change = useChange();
  const { busy, slow, outcome, run, reset } = change;
  const [typed, setTyped] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const [problem, setProblem] = useState<FormProblem>();
  const notice = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const isDone = outcome === 'done';

  useEffect(() => {
    if (isDone) notice.current?.focus();
  }, [isDone]);

  function save(avatar: string | null): void {
    if (busy) return;
    setProblem(undefined);
    void run(
      {
        send: (_proof, ifMatch, signal) => client.updateAccount({ body: { avatar }, ifMatch, signal }),
        arrived: after => (after.avatar ?? null) === avatar,
        over: { theirs: other => other.avatar, mine: avatar },
      },
      found => setProblem(stepProblem(found, words)),
    ).then(result => {
      if (result === 'done') setTyped(undefined);
    });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    const address = (typed ?? '').trim();
    if (isPictureAddress(address)) {
      setWrong(undefined);
      save(address);
      return;
    }
    setWrong(text('profile.picture_invalid'));
    field.current?.focus();
  }

  return (
    <>
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
      <ChangeStatus change={change} />
      {isDone ? (
        <div ref={notice} className="fh-form-notice" tabIndex={-1}>
          <Notice tone="ok">
            <p>{text(account.avatar ? 'profile.saved' : 'profile.picture_removed')}</p>
          </Notice>
        </div>
      ) : null}
      {account.avatar ? (
        <div className="fh-actions">
          <Button variant="default" aria-disabled={busy || undefined} onClick={() => save(null)}>
            {text(busy && typed === undefined ? 'profile.removing' : 'profile.picture_remove')}
          </Button>
        </div>
      ) : null}
      <div className="fh-disclosure">
        <button
          type="button"
          className="fh-link"
          aria-expanded={typed !== undefined}
          onClick={() => {
            reset();
            setWrong(undefined);
            setTyped(typed === undefined ? '' : undefined);
          }}
        >
          {text('profile.picture_from_web')}
        </button>
        {typed === undefined ? null : (
          <form className="fh-form" method="post" noValidate onSubmit={submit}>
            <Field
              ref={field}
              name="avatar"
              label={text('profile.picture_address')}
              description={text('profile.picture_address_hint')}
              autoComplete="photo"
              inputMode="url"
              spellCheck={false}
              dir="ltr"
              value={typed}
              problem={wrong}
              onChange={event => setTyped(event.currentTarget.value)}
            />
            <div className="fh-actions">
              <SubmitButton busy={busy} slow={slow} busyLabel={text('profile.saving')}>
                {text('profile.save')}
              </SubmitButton>
            </div>
          </form>
        )}
      </div>
    </>
  );
}
