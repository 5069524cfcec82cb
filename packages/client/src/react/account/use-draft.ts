import { useMemo, useState } from 'react';
import { isRecord, tabMemory } from '../kit/index.ts';

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
 * @param owner whose account it is, which is part of the name: another person may sign in with the same tab, and the preview in
 *   the console, whose people are made up, must not take the place of what somebody has typed for real
 */
export function useDraft<Draft extends object>(task: string, owner: string): UseDraft<Draft> {
  const key = `freehold:draft:${owner}:${task}`;
  const [draft] = useState(() => read(key) as Draft | undefined);
  return useMemo(
    () => ({
      draft,
      keep: (next: Draft) => tabMemory.keep(key, next),
      drop: () => tabMemory.drop(key),
    }),
    [draft, key],
  );
}

function read(key: string): object | undefined {
  const kept = tabMemory.kept(key);
  return isRecord(kept) ? kept : undefined;
}
