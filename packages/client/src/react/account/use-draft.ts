import { useMemo, useState } from 'react';
import { isRecord } from '../kit/index.ts';

export interface UseDraft<Draft> {
  /** What a reload has interrupted. */
  readonly draft: Draft | undefined;
  readonly keep: (draft: Draft) => void;
  readonly drop: () => void;
}

/**
 * What was typed in a task, over a reload of the tab. Never anything that opens something: no password, no code, no record
 * that is verified.
 *
 * @param owner whose account it is: another person may sign in with the same tab
 */
export function useDraft<Draft extends object>(task: string, owner: string): UseDraft<Draft> {
  const key = `freehold:draft:${task}`;
  const [draft] = useState(() => read(key, owner) as Draft | undefined);
  return useMemo(
    () => ({
      draft,
      keep: (next: Draft) => sessionStorage.setItem(key, JSON.stringify({ owner, draft: next })),
      drop: () => sessionStorage.removeItem(key),
    }),
    [draft, key, owner],
  );
}

function read(key: string, owner: string): object | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isRecord(kept) && kept['owner'] === owner && isRecord(kept['draft']) ? kept['draft'] : undefined;
  } catch {
    return undefined;
  }
}
