import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { useClient } from '../../account-scope.tsx';
import { ChangeStatus } from '../../change-status.tsx';
import {
  ask,
  type FormProblem,
  Notice,
  type Problem,
  StepForm,
  SubmitButton,
  stepProblem,
  useAnnounce,
  useTask,
  useWords,
} from '../../kit/index.ts';
import { useChange } from '../../use-change.ts';
import { AvatarCrop } from './avatar-crop.tsx';
import { type Crop, wholeCrop } from './crop.ts';
import { fileOf } from './draw.ts';

type Props = {
  /** The account has the new picture, and was read back. */
  readonly onUploaded?: () => void;
};

/** What the server takes at most: 20 MiB. */
const most = 20 * 1024 * 1024;
const types = 'image/jpeg,image/png,image/gif,image/webp,image/bmp';

/** Uploads a picture: choose a file, choose the square of it that is shown, and it is the avatar. */
export function AvatarUpload({ onUploaded }: Props = {}) {
  const words = useWords();
  const { text } = words;
  const client = useClient();
  const [picture, setPicture] = useState<{ readonly bitmap: ImageBitmap; readonly type: string }>();
  const [crop, setCrop] = useState<Crop>(wholeCrop);
  const [problem, setProblem] = useState<FormProblem>();
  const [done, setDone] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const upload = useTask();
  const change = useChange();
  const announce = useAnnounce();
  const busy = upload.busy || change.busy;
  useEffect(() => () => picture?.bitmap.close(), [picture]);
  // The button that was pressed is gone with the picture, and the chooser is there again.
  useEffect(() => {
    if (done) chooser.current?.focus();
  }, [done]);

  async function choose(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const file = event.currentTarget.files?.[0];
    // The same file can be chosen again.
    event.currentTarget.value = '';
    if (file === undefined) return;
    setDone(false);
    setProblem(undefined);
    if (file.size > most) return setProblem({ sentence: text('avatar.too_large') });
    if (!types.split(',').includes(file.type)) return setProblem({ sentence: text('avatar.unreadable') });
    const bitmap = await createImageBitmap(file).catch(() => undefined);
    if (bitmap === undefined) return setProblem({ sentence: text('avatar.unreadable') });
    setCrop(wholeCrop);
    setPicture({ bitmap, type: file.type });
  }

  function explain(found: Problem): void {
    setProblem(stepProblem(found, words));
  }

  async function send(): Promise<void> {
    if (busy || picture === undefined) return;
    setProblem(undefined);
    announce(text('avatar.uploading'));
    let url: string | undefined;
    await upload.run(async () => {
      const file = await fileOf(picture.bitmap, crop, picture.type);
      if (file === undefined) setProblem({ sentence: text('avatar.unreadable') });
      else url = (await ask(client.uploadAvatar({ file }))).url;
      return undefined;
    }, explain);
    const avatar = url;
    if (avatar === undefined) return;
    const outcome = await change.run(
      {
        send: (_proof, _ifMatch, signal) => client.updateAccount({ body: { avatar }, signal }),
        arrived: account => account.avatar === avatar,
      },
      explain,
    );
    if (outcome !== 'done') return;
    setPicture(undefined);
    setDone(true);
    announce(text('avatar.done'));
    onUploaded?.();
  }

  return (
    <StepForm problem={problem} onSubmit={() => void send()}>
      {done ? (
        <Notice tone="ok">
          <p>{text('avatar.done')}</p>
        </Notice>
      ) : null}
      <div className={picture === undefined ? 'fh-upload' : 'fh-upload fh-upload-chosen'}>
        <label className="fh-upload-button">
          {text('avatar.upload')}
          <input ref={chooser} type="file" accept={types} onChange={event => void choose(event)} />
        </label>
        <p className="fh-muted fh-small">{text('avatar.limits')}</p>
      </div>
      {picture === undefined ? null : (
        <>
          <AvatarCrop picture={picture.bitmap} crop={crop} onCrop={setCrop} onOther={() => chooser.current?.click()} />
          <ChangeStatus change={change} />
          <SubmitButton
            busy={busy}
            slow={upload.slow || change.slow}
            busyLabel={text(change.phase === 'checking' ? 'step.checking' : 'avatar.uploading')}
          >
            {text('avatar.save')}
          </SubmitButton>
        </>
      )}
    </StepForm>
  );
}
