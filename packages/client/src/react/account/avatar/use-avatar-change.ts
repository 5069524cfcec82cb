import { useState } from 'react';
import { useAccountView, useClient } from '../../account-scope.tsx';
import {
  ask,
  type FormProblem,
  type Problem,
  stepProblem,
  useAnnounce,
  useTask,
  useWords,
  type WordKey,
} from '../../kit/index.ts';
import { type UseChange, useChange } from '../../use-change.ts';
import type { Crop } from './crop.ts';
import { fileOf } from './draw.ts';
import type { Picture } from './read-picture.ts';

/** What the picture of an account is at. */
export interface AvatarChange {
  readonly change: UseChange;
  /** What is under way. */
  readonly doing: 'uploading' | 'removing' | undefined;
  readonly slow: boolean;
  readonly problem: FormProblem | undefined;
  readonly came: 'avatar.done' | 'profile.picture_removed' | undefined;
  /** Makes the square of a picture the avatar; tells whether it has become it. */
  readonly upload: (picture: Picture, crop: Crop) => Promise<boolean>;
  /** Takes the avatar away; tells whether it is gone. */
  readonly remove: () => Promise<boolean>;
  /** Something else begins, or cannot begin: what was said before is over. */
  readonly say: (sentence?: WordKey) => void;
}

/** Puts a picture in the place of the one that there is, or takes it away. */
export function useAvatarChange(): AvatarChange {
  const words = useWords();
  const { text } = words;
  const client = useClient();
  const { account } = useAccountView();
  const announce = useAnnounce();
  const sending = useTask();
  const change = useChange();
  const [doing, setDoing] = useState<AvatarChange['doing']>();
  const [problem, setProblem] = useState<FormProblem>();
  const [came, setCame] = useState<AvatarChange['came']>();

  function say(sentence?: WordKey): void {
    setCame(undefined);
    setProblem(sentence === undefined ? undefined : { sentence: text(sentence) });
    change.reset();
  }

  const explain = (found: Problem) => setProblem(stepProblem(found, words));

  async function put(avatar: string | null, done: NonNullable<AvatarChange['came']>): Promise<boolean> {
    const outcome = await change.run(
      {
        send: (_proof, ifMatch, signal) => client.updateAccount({ body: { avatar }, ifMatch, signal }),
        arrived: after => (after.avatar ?? null) === avatar,
        // Addresses of pictures say nothing to anybody: the pictures themselves are in sight.
        over: { theirs: other => other.avatar },
      },
      explain,
    );
    if (outcome !== 'done') return false;
    setCame(done);
    announce(text(done));
    return true;
  }

  async function begin(what: NonNullable<AvatarChange['doing']>, work: () => Promise<boolean>): Promise<boolean> {
    if (doing !== undefined) {
      // A change whose fate is not known yet: the press asks again.
      if (change.phase === 'unknown') change.checkAgain();
      return false;
    }
    say();
    setDoing(what);
    try {
      return await work();
    } finally {
      setDoing(undefined);
    }
  }

  async function send(picture: Picture, crop: Crop): Promise<boolean> {
    announce(text('avatar.uploading'));
    let url: string | undefined;
    await sending.run(async () => {
      const file = await fileOf(picture.bitmap, crop, picture.type);
      if (file === undefined) say('avatar.unreadable');
      else url = (await ask(client.uploadAvatar({ file }))).url;
      return undefined;
    }, explain);
    return url !== undefined && put(url, 'avatar.done');
  }

  return {
    change,
    doing,
    slow: sending.slow || change.slow,
    problem,
    came,
    say,
    upload: (picture, crop) => begin('uploading', () => send(picture, crop)),
    remove: () => begin('removing', async () => !account.avatar || put(null, 'profile.picture_removed')),
  };
}
