import type { UserRow } from '../users/index.ts';
import type { MessageUser } from './messenger.ts';

type Named = Pick<UserRow, 'id' | 'name' | 'username' | 'primary_email' | 'primary_phone' | 'avatar' | 'profile'>;

/** What templates may say of a user. */
export const messageUser = (user: Named): MessageUser => ({
  id: user.id,
  name: user.name,
  username: user.username,
  primaryEmail: user.primary_email,
  primaryPhone: user.primary_phone,
  avatar: user.avatar,
  profile: user.profile,
});
