import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 39.99rem)');

/** Whether there is no room for a table, which is then a list of cards. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}
