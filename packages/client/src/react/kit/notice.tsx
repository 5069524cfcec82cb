import type { ReactNode } from 'react';
import { AlertIcon, CheckIcon } from './icons.tsx';

export type NoticeTone = 'error' | 'warning' | 'ok' | 'info';

/**
 * A short message inside the page: icon and words, never colour alone.
 *
 * Only an error interrupts a screen reader; the library's own alert always would.
 */
export function Notice({ tone, children }: { readonly tone: NoticeTone; readonly children: ReactNode }) {
  return (
    <div className={`fh-notice fh-notice-${tone}`} role={tone === 'error' ? 'alert' : undefined}>
      {tone === 'ok' ? <CheckIcon /> : <AlertIcon />}
      <div>{children}</div>
    </div>
  );
}
