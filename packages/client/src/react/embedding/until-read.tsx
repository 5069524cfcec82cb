import { Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { LoadFailed } from '../account/load-failed.tsx';
import { useAccount } from '../account-scope.tsx';

/** Shows a part once there is an account for it to show; before that, that it comes, or why it does not and a way on. */
export function UntilRead({ fallback, children }: { readonly fallback: ReactNode; readonly children: ReactNode }) {
  const { state } = useAccount();
  if (state.at === 'ready') return children;
  if (state.at === 'failed') return <LoadFailed problem={state.problem} />;
  return fallback ?? <Loader className="fh-waiting" color="var(--fh-muted)" aria-hidden="true" />;
}
