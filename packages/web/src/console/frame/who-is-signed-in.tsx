import { useWords } from '@freehold/client/react/kit';
import type { User } from '@freehold/contract';
import { Avatar } from '../parts/avatar.tsx';
import { nameOf } from '../users/person.ts';

/** The administrator who is signed in; leads to their own account. */
export function WhoIsSignedIn({ user }: { readonly user: User }) {
  const { text } = useWords();
  return (
    <a className="fh-who" href="/account">
      <Avatar user={user} small />
      <span>
        <span className="fh-visually-hidden">{text('console.signed_in_as')} </span>
        <bdi className="fh-one-line">{nameOf(user)}</bdi>
      </span>
    </a>
  );
}
