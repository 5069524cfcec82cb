import type { User } from '@freehold/contract';
import { useSyncExternalStore } from 'react';

/** What is known of whoever is signed in at the console. */
export type Standing =
  | { readonly at: 'asking' }
  | { readonly at: 'administrator'; readonly user: User }
  /** Signed in, and no administrator, or no longer one. */
  | { readonly at: 'stranger' };

let standing: Standing = { at: 'asking' };
const listeners = new Set<() => void>();

/** Keeps what has been found out; all who show it follow. */
export function setStanding(next: Standing): void {
  standing = next;
  for (const listener of listeners) listener();
}

/** Follows what is known of whoever is signed in. */
export const useStanding = (): Standing => useSyncExternalStore(subscribe, () => standing);

/** The administrator who is signed in, below a part that nobody else sees. */
export function useAdministrator(): User {
  const known = useStanding();
  if (known.at !== 'administrator') throw new Error('Mount it below AdministratorOnly');
  return known.user;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
