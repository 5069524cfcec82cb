/** As much of a router as this example needs; with a real one the hook below is `useLocation().pathname`. */
import { type MouseEvent, type ReactNode, useSyncExternalStore } from 'react';

function watch(changed: () => void): () => void {
  addEventListener('popstate', changed);
  return () => removeEventListener('popstate', changed);
}

export const usePath = (): string => useSyncExternalStore(watch, () => location.pathname);

export function navigate(path: string, { replace = false } = {}): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
}

export function Link({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  const path = usePath();
  const here = path === to || path.startsWith(`${to}/`);
  function open(event: MouseEvent): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(to);
  }
  return (
    <a href={to} onClick={open} aria-current={here ? 'page' : undefined}>
      {children}
    </a>
  );
}
