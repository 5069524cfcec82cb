import type { Profile, ProfileChange } from '@freehold/contract';

/** Lays a change over a stored profile: a member replaces, null unsets, absent keeps; `address` is replaced as a whole. */
export function mergeProfile(stored: Profile, change: ProfileChange): Profile {
  const merged = Object.entries({ ...stored, ...present(change) });
  return Object.fromEntries(merged.filter(([, value]) => value !== null));
}

/** An undefined member would unset what it should keep. */
const present = (change: ProfileChange) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
