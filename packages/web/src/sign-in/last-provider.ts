/** Which provider somebody signed in with last on this browser: what they would otherwise have to remember themselves. */

// What a connector is for, and never who signed in with it: whoever else uses this browser may see it.
const key = 'freehold_last_provider';

let last: string | undefined;
let current: string | undefined;

/** Reads what this browser has kept, for the pages; a preview of them is nobody's browser. */
export function recallLastProvider(): void {
  try {
    last = localStorage.getItem(key) ?? undefined;
  } catch {
    // Refused: nobody is told anything.
  }
}

/** Target of the provider that the last sign-in here was made with; undefined where it was made without one. */
export const lastProvider = (): string | undefined => last;

/** Somebody is back from a provider; undefined: whoever signs in now begins without one. */
export function comeFrom(target: string | undefined): void {
  current = target;
}

/** Keeps what this sign-in was made with, once it is made. */
export function keepLastProvider(): void {
  try {
    if (current === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, current);
  } catch {
    // Refused, or full.
  }
}
