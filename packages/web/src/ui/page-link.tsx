import type { MouseEvent, ReactNode } from 'react';
import { goTo } from './route.ts';

/** A link to another page of this entry: opens in place, and in a new tab when the reader asks for one. */
export function PageLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  function open(event: MouseEvent): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goTo(to);
  }
  return (
    <a className="fh-link" href={to + location.search} onClick={open}>
      {children}
    </a>
  );
}
