/** How somebody wants to see our pages: as their system does, or always the same. */
export const appearances = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof appearances)[number];

const key = 'freehold:appearance';

/** What was chosen on this device. */
export function chosenAppearance(): Appearance {
  try {
    const kept = localStorage.getItem(key);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}

/** Shows the pages so from now on, at once and on this device. */
export function chooseAppearance(appearance: Appearance): void {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const scheme = appearance === 'system' ? (dark ? 'dark' : 'light') : appearance;
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
  try {
    if (appearance === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, appearance);
  } catch {
    // A browser that keeps nothing shows it on this page alone.
  }
}
