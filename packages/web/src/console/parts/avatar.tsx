import { avatarColor, initials, plain } from '@freehold/client/react/kit';
import type { User } from '@freehold/contract';
import { nameOf } from '../users/person.ts';

/** Stands for a person by their initials. Pictures from foreign hosts are not loaded: the host would learn who looks. */
export function Avatar({ user, small = false }: { readonly user: User; readonly small?: boolean }) {
  const letters = initials(plain(nameOf(user)));
  return (
    <span
      className={small ? 'fh-avatar fh-avatar-small' : 'fh-avatar'}
      style={{ background: avatarColor(user.id) }}
      aria-hidden="true"
    >
      {letters === '' ? <PersonGlyph /> : letters}
    </span>
  );
}

const PersonGlyph = () => (
  <svg viewBox="0 0 20 20" width="20" height="20" fill="currentColor" focusable="false" aria-hidden="true">
    <circle cx="10" cy="6.5" r="3.500" />
    <path d="M3 17.500c0-3.900 3.100-6 7-6s7 2.100 7 6Z" />
  </svg>
);
