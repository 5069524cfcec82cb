import type { ReactNode } from 'react';
import type { Client } from '../../index.ts';
import { AccountScope } from '../account-scope.tsx';
import { makeWords, WordsProvider } from '../kit/index.ts';

/** What hooks need around them, and nothing that is drawn. */
export function SignedIn({ client, children }: { readonly client: Client; readonly children: ReactNode }) {
  return (
    <WordsProvider value={makeWords('en', {})}>
      <AccountScope client={client}>{children}</AccountScope>
    </WordsProvider>
  );
}
