import { useSyncExternalStore } from 'react';

/** `auto` follows the system. */
export type ColorScheme = 'light' | 'dark' | 'auto';

const query = '(prefers-color-scheme: dark)';

/** The scheme to show now. */
export function useScheme(wished: ColorScheme): 'light' | 'dark' {
  const dark = useSyncExternalStore(watchSystem, prefersDark, () => false);
  if (wished !== 'auto') return wished;
  return dark ? 'dark' : 'light';
}

function watchSystem(changed: () => void): () => void {
  const system = matchMedia(query);
  system.addEventListener('change', changed);
  return () => system.removeEventListener('change', changed);
}

const prefersDark = (): boolean => matchMedia(query).matches;
