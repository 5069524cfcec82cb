import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const notify = () => {
  for (const listener of listeners) listener();
};

/** The path of the address bar, followed through `goTo` and the browser's own buttons. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname);
}

/** The query of the address bar, followed as the path is. */
export function useSearch(): string {
  return useSyncExternalStore(subscribe, () => location.search);
}

/**
 * Opens another page of this entry without loading it again. The query stays unless another one is given: on most pages it
 * belongs to the sign-in.
 */
export function goTo(path: string, { replace = false, search = location.search } = {}): void {
  const url = path + search;
  if (replace) history.replaceState(null, '', url);
  else history.pushState(null, '', url);
  notify();
  // A new page is read from its top; Back is the browser's own business.
  if (!replace) scrollTo(0, 0);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', listener);
  };
}
