import type { Account } from '@freehold/contract';
import { useState } from 'react';
import { avatarColor, initials, plain } from '../kit/index.ts';
import { PersonIcon } from './icons.tsx';
import { usePicture } from './picture.ts';

type Props = {
  readonly account: Account;
  /** 96 on the profile, 64 where it says who somebody is, 32 in a header. */
  readonly size: 32 | 64 | 96;
};

/** Somebody's picture, else their initials, else a figure. Says nothing to a screen reader: the name stands beside it. */
export function Avatar({ account, size }: Props) {
  const { id, name, username, avatar } = account;
  const { shown: picture } = usePicture(avatar);
  const [broken, setBroken] = useState<string>();
  const letters = initials(plain(name ?? '')) || initials(plain(username ?? ''));
  return (
    <span className={`fh-avatar fh-avatar-${size}`} aria-hidden="true" style={{ backgroundColor: avatarColor(id) }}>
      {picture !== undefined && picture !== broken ? (
        <img src={picture} alt="" referrerPolicy="no-referrer" onError={() => setBroken(picture)} />
      ) : letters === '' ? (
        <PersonIcon />
      ) : (
        letters
      )}
    </span>
  );
}
