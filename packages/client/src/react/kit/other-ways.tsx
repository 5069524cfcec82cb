import type { ReactNode } from 'react';

/** Links to other ways on, one under the other. */
export function OtherWays({ children }: { readonly children: ReactNode }) {
  return <div className="fh-other-ways">{children}</div>;
}
