import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useAccountView } from '../../account-scope.tsx';
import { ChangeStatus } from '../../change-status.tsx';
import { fieldState } from '../../fields.ts';
import { Notice, StepForm, SubmitButton, useWords } from '../../kit/index.ts';
import { ManagedNote } from '../managed-note.tsx';
import { AvatarCrop } from './avatar-crop.tsx';
import { type Crop, wholeCrop } from './crop.ts';
import { type Picture, pictureTypes, readPicture } from './read-picture.ts';
import { useAvatarChange } from './use-avatar-change.ts';
import { useGivenFile } from './use-given-file.ts';

type Props = {
  /** The account has the new picture, or none any more, and was read back. */
  readonly onChanged?: () => void;
};

/** Gives the account a picture, of which people choose the square that is shown, or takes it away. */
export function AvatarUpload(props: Props) {
  const state = fieldState(useAccountView(), 'avatar');
  if (state === 'edit') return <EditAvatar {...props} />;
  return state === 'readOnly' ? <ManagedNote /> : null;
}

function EditAvatar({ onChanged }: Props) {
  const { text } = useWords();
  const { account } = useAccountView();
  const { change, doing, slow, problem, came, upload, remove, say } = useAvatarChange();
  const [picture, setPicture] = useState<Picture>();
  const [crop, setCrop] = useState<Crop>(wholeCrop);
  // What was pressed is gone with the picture: how often focus has to go back to the chooser.
  const [returns, setReturns] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const isOver = useGivenFile(place, file => void choose(file));

  // Chosen while another one is on its way: its turn comes when that has ended.
  const next = useRef<Picture>(undefined);
  const isBusy = useRef(false);

  useEffect(() => () => picture?.bitmap.close(), [picture]);
  useEffect(() => () => next.current?.bitmap.close(), []);
  useEffect(() => {
    if (returns > 0) chooser.current?.focus();
  }, [returns]);

  async function choose(file: File): Promise<void> {
    const read = await readPicture(file);
    if (typeof read === 'string') say(read);
    else if (isBusy.current) {
      next.current?.bitmap.close();
      next.current = read;
    } else {
      say();
      take(read);
    }
  }

  function take(read: Picture): void {
    setCrop(wholeCrop);
    setPicture(read);
  }

  function back(): void {
    setPicture(undefined);
    setReturns(returns + 1);
  }

  async function backAfter(work: Promise<boolean>): Promise<void> {
    // A second press, while it is on its way.
    if (isBusy.current) return;
    isBusy.current = true;
    const isDone = await work.finally(() => {
      isBusy.current = false;
    });
    const { current: chosen } = next;
    next.current = undefined;
    if (chosen !== undefined) take(chosen);
    else if (isDone) back();
    if (isDone) onChanged?.();
  }

  return (
    <div ref={place} className={isOver ? 'fh-upload fh-upload-over' : 'fh-upload'}>
      <StepForm problem={problem} onSubmit={() => void (picture && backAfter(upload(picture, crop)))}>
        {came === undefined ? null : (
          <Notice tone="ok">
            <p>{text(came)}</p>
          </Notice>
        )}
        <ChangeStatus change={change} />
        <div className="fh-upload-source" hidden={picture !== undefined}>
          <div className="fh-actions">
            <label className="fh-upload-button">
              {text('avatar.upload')}
              <input
                ref={chooser}
                type="file"
                accept={pictureTypes.join(',')}
                onChange={event => {
                  const file = event.currentTarget.files?.[0];
                  // The same file can be chosen again.
                  event.currentTarget.value = '';
                  if (file !== undefined) void choose(file);
                }}
              />
            </label>
            {account.avatar ? (
              <Button
                variant="default"
                aria-disabled={doing !== undefined || undefined}
                onClick={() => void backAfter(remove())}
              >
                {text(doing === 'removing' ? 'profile.removing' : 'profile.picture_remove')}
              </Button>
            ) : null}
          </div>
          <p className="fh-muted fh-small">{text('avatar.limits')}</p>
          <p className="fh-muted fh-small fh-upload-drop">{text('avatar.drop')}</p>
        </div>
        {picture === undefined ? null : (
          <>
            <AvatarCrop picture={picture.bitmap} crop={crop} onCrop={setCrop} />
            <div className="fh-actions">
              <SubmitButton
                busy={doing !== undefined}
                asking={change.asking}
                slow={slow}
                busyLabel={text(change.phase === 'checking' ? 'step.checking' : 'avatar.uploading')}
              >
                {text('avatar.save')}
              </SubmitButton>
              <Button
                variant="default"
                aria-disabled={doing !== undefined || undefined}
                onClick={() => doing === undefined && chooser.current?.click()}
              >
                {text('avatar.other')}
              </Button>
              <Button
                variant="default"
                aria-disabled={doing !== undefined || undefined}
                onClick={() => {
                  if (doing !== undefined) return;
                  say();
                  back();
                }}
              >
                {text('profile.cancel')}
              </Button>
            </div>
          </>
        )}
      </StepForm>
    </div>
  );
}
