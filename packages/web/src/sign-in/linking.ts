import { useSyncExternalStore } from 'react';

/** An identity of a provider that is linked to whoever signs in next. */
export type Linking = { readonly verificationId: string; readonly provider: string };

const listeners = new Set<() => void>();
let linking: Linking | undefined;

// In memory only: after a reload people sign in without linking, and the provider asks again the next time.
/** Links this identity once somebody has signed in; undefined links nothing. */
export function linkAfterSignIn(identity: Linking | undefined): void {
  linking = identity;
  for (const listener of listeners) listener();
}

/** What is linked once somebody has signed in. */
export function pendingLink(): Linking | undefined {
  return linking;
}

/** The same for a page that shows it. */
export function useLinking(): Linking | undefined {
  return useSyncExternalStore(listener => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, pendingLink);
}
