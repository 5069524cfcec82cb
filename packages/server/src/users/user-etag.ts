import type { User } from '@freehold/contract';
import { etagOfValue, Reply, requireMatch } from '../operation/index.ts';

/** What a read shows beside the user when it is asked to. */
type Extras = Pick<User, 'ssoIdentities' | 'passwordDigest' | 'passwordAlgorithm'>;

/**
 * A user with their ETag: of what every read shows, and behind a dot of what was asked for beside it. A change can be guarded by
 * the ETag of either read, and whoever has read the one has not yet read the other.
 */
export function userReply(user: User, extras: Extras = {}): Reply<User> {
  const etag = etagOfValue(user);
  if (Object.keys(extras).length === 0) return new Reply(user, { headers: { etag } });
  const both = `${etag.slice(0, -1)}.${etagOfValue(extras).slice(1)}`;
  return new Reply({ ...user, ...extras }, { headers: { etag: both } });
}

/**
 * Refuses a change of a user who is no longer what the caller has read.
 * @param locked the user as they are now, locked until the change is done
 * @throws Problem 412
 */
export const requireSameUser = (ifMatch: readonly string[] | undefined, locked: User): void =>
  requireMatch(
    ifMatch?.map(tag => tag.replace(/\..*(?=")/, '')),
    etagOfValue(locked),
  );
