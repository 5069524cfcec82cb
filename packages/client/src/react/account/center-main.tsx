import type { ReactNode } from 'react';

/** Where one page of the account stands; what leads past the navigation leads here. */
export function CenterMain({ busy = false, children }: { readonly busy?: boolean; readonly children: ReactNode }) {
  return (
    <div
      className={busy ? 'fh-center-main fh-loading' : 'fh-center-main'}
      id="fh-content"
      tabIndex={-1}
      aria-busy={busy || undefined}
    >
      {children}
    </div>
  );
}
