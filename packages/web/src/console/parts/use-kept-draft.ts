import { useState } from 'react';
import type { Versioned } from './use-guarded-save.ts';
import { useKept } from './use-kept.ts';

/**
 * A draft over settings, kept together with the version that it was begun on: whoever comes back to it meets what somebody else
 * has saved meanwhile as a conflict when saving, and does not overwrite it unknowingly.
 *
 * @param name whose draft it is, among all that the tab keeps
 * @param read the settings as they were read just now, for whoever has no draft
 */
export function useKeptDraft<Value>(
  name: string,
  read: Versioned<Value>,
  isSame: (one: Value, other: Value) => boolean,
) {
  const [newest, setNewest] = useState(read);
  const [kept, keep] = useKept<{ readonly version: Versioned<Value>; readonly draft: Value }>(name);
  const { version, draft } = kept ?? { version: newest, draft: newest.value };
  const hold = (over: Versioned<Value>, next: Value) =>
    keep(isSame(over.value, next) ? undefined : { version: over, draft: next });
  return {
    /** What the draft was begun on. */
    version,
    draft,
    edit: (next: Value) => hold(version, next),
    /** Begins anew on what is in force now, with a draft that is laid over it or none. */
    begin: (now: Versioned<Value>, next: Value = now.value) => {
      setNewest(now);
      hold(now, next);
    },
    discard: () => keep(undefined),
  };
}
