import { plain } from '@freehold/client/react/kit';
import type { User } from '@freehold/contract';

type Named = Pick<User, 'id' | 'name' | 'username' | 'primaryEmail' | 'primaryPhone'>;

const said = (text: string | null | undefined): string | undefined => {
  const clean = plain(text ?? '', 500);
  return clean === '' ? undefined : clean;
};

/** What a person is called in a list, with nothing in it that could turn the words around it. */
export const nameOf = (user: Named): string =>
  said(user.name) ?? said(user.username) ?? said(user.primaryEmail) ?? phoneOf(user) ?? user.id;

/** The username below a name; undefined where it is the name. */
export const usernameBelow = (user: Named): string | undefined =>
  said(user.name) === undefined ? undefined : said(user.username);

/** A phone number as people read it. */
export const phoneOf = (user: Pick<User, 'primaryPhone'>): string | undefined =>
  user.primaryPhone === null ? undefined : `+${user.primaryPhone}`;

/** What somebody types to say that they mean this person and no other. */
export const confirmationOf = (user: Named): string => user.username ?? user.primaryEmail ?? user.id;
