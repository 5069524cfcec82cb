import type { ReactNode } from 'react';
import type { Client } from '../../index.ts';
import { AccountScope, useAccount } from '../account-scope.tsx';
import { makeWords, WordsProvider } from '../kit/index.ts';

/** What hooks need around them, and nothing that is drawn. */
export function SignedIn({ client, children }: { readonly client: Client; readonly children: ReactNode }) {
  return (
    <WordsProvider value={makeWords('en', {})}>
      <AccountScope client={client}>{children}</AccountScope>
    </WordsProvider>
  );
}

/** Nothing until the account was read. */
export function OnceRead({ children }: { readonly children: ReactNode }) {
  return useAccount().state.at === 'ready' ? children : null;
}
