import { createContext, type ReactNode, use, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Client } from '../index.ts';
import { type AccountState, AccountStore, type AccountView } from './account-store.ts';
import { ProofProvider } from './proof/proof-provider.tsx';

interface Scope {
  readonly client: Client;
  readonly store: AccountStore;
}

const ScopeContext = createContext<Scope | undefined>(undefined);

/**
 * Whoever is signed in with `client`, for the hooks and components below: reads the account, and asks for a proof of
 * identity where a change needs one. `FreeholdProvider` has one in it; a page with providers of its own mounts this alone.
 */
export function AccountScope({ client, children }: { readonly client: Client; readonly children: ReactNode }) {
  const scope = useMemo(() => ({ client, store: new AccountStore(client) }), [client]);
  useEffect(() => {
    void scope.store.load();
  }, [scope]);
  return (
    <ScopeContext value={scope}>
      <ProofProvider client={client}>{children}</ProofProvider>
    </ScopeContext>
  );
}

function useScope(): Scope {
  const scope = use(ScopeContext);
  if (scope === undefined) throw new Error('Mount it below FreeholdProvider');
  return scope;
}

/** The client that everything here calls the server with. */
export const useClient = (): Client => useScope().client;

export interface UseAccount {
  readonly state: AccountState;
  /** The same at this very moment, which may be ahead of what is shown. */
  readonly current: AccountStore['state'];
  /** Reads everything anew, as after a failure. */
  readonly reload: () => Promise<void>;
  /** Reads the account anew; a signal ends the wait. @throws FreeholdError, OutcomeUnknown */
  readonly refresh: AccountStore['refresh'];
}

/** The account of the person who is signed in, as far as they may see it. */
export function useAccount(): UseAccount {
  const { store } = useScope();
  const state = useSyncExternalStore(store.subscribe, store.state);
  return useMemo(() => ({ state, current: store.state, reload: store.load, refresh: store.refresh }), [state, store]);
}

/** The account where it is known to have been read: below a component that shows nothing before that. */
export function useAccountView(): AccountView {
  const { state } = useAccount();
  if (state.at !== 'ready') throw new Error('The account has not been read yet');
  return state.view;
}
