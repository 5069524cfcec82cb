import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let ended = false;

/** Says that the sign-in of these pages is over: finished, expired or never begun here. The pages then point the way back. */
export function endHere(): void {
  ended = true;
  for (const listener of listeners) listener();
}

/** Whether `endHere` was called. */
export function useEnded(): boolean {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => ended,
  );
}
