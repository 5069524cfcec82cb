import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const notify = () => {
  for (const listener of listeners) listener();
};

/** The path of the address bar, followed through `goTo` and the browser's own buttons. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname);
}

/** Opens another page of this entry without loading it again; the query stays, it belongs to the sign-in. */
export function goTo(path: string, { replace = false } = {}): void {
  const url = path + location.search;
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
