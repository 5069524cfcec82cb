import { useEffect, useState } from 'react';

// In the memory of the tab alone: secrets are among what is typed.
const kept = new Map<string, unknown>();

/**
 * What somebody has typed and not saved, under a name. It is there again when they come back from another page of the console,
 * and the browser asks before the tab is closed over it.
 */
export function useKept<Value>(name: string): readonly [Value | undefined, (value: Value | undefined) => void] {
  const [held, setHeld] = useState({ name, value: kept.get(name) as Value | undefined });
  const value = held.name === name ? held.value : (kept.get(name) as Value | undefined);
  const isKept = value !== undefined;
  useEffect(() => {
    if (!isKept) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isKept]);
  return [
    value,
    next => {
      if (next === undefined) kept.delete(name);
      else kept.set(name, next);
      setHeld({ name, value: next });
    },
  ];
}
