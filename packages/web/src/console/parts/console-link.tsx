import type { MouseEvent, ReactNode } from 'react';
import { goTo } from '../../ui/route.ts';

type Props = {
  /** Below `/console`, with its query: `users?search=ada`. */
  readonly to: string;
  readonly className?: string;
  /** Whether it leads to what is shown. */
  readonly current?: boolean;
  readonly onOpen?: () => void;
  readonly children: ReactNode;
};

/** The address of a page of the console. */
export const consoleAddress = (to: string): string => (to === '' ? '/console' : `/console/${to}`);

/** Opens a page of the console. */
export function openPage(to: string, { replace = false } = {}): void {
  const [path = '', query] = consoleAddress(to).split('?');
  goTo(path, { replace, search: query === undefined || query === '' ? '' : `?${query}` });
}

/** A link to a page of the console: opens in place, and in a new tab when the reader asks for one. */
export function ConsoleLink({ to, className = 'fh-link', current = false, onOpen, children }: Props) {
  function open(event: MouseEvent): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openPage(to);
    onOpen?.();
  }
  return (
    <a className={className} href={consoleAddress(to)} onClick={open} {...(current && { 'aria-current': 'page' })}>
      {children}
    </a>
  );
}
