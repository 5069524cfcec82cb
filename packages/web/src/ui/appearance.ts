/** How the pages look: always light, always dark, or as the system has it. */
export const appearances = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof appearances)[number];

const key = 'freehold_appearance';

/** What was chosen in this browser. */
export function chosenAppearance(): Appearance {
  try {
    const kept = localStorage.getItem(key);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}

/** Chooses for every page of this origin, those that are open too. */
export function chooseAppearance(appearance: Appearance): void {
  try {
    if (appearance === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, appearance);
  } catch {
    return;
  }
  // Browsers tell the other tabs alone; color-scheme.ts of this one listens too.
  dispatchEvent(new StorageEvent('storage', { key }));
}

/** Whether there is a choice: a tenant may have pages of light colours alone. */
export const offersAppearances = (): boolean => document.documentElement.dataset['fhSchemes'] !== 'light';
