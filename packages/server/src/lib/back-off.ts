const FIRST_MS = 10_000;
const FACTOR = 3;
const LONGEST_MS = 6 * 60 * 60_000;

/**
 * Milliseconds to wait after the `attempts`-th failure in a row, from 1: about 10 s, 30 s, 90 s, … up to 6 hours. A fifth
 * more or less by chance, so that what failed together does not come back together.
 */
export function backOff(attempts: number, random: () => number = Math.random): number {
  const wait = Math.min(LONGEST_MS, FIRST_MS * FACTOR ** (Math.max(1, attempts) - 1));
  return Math.round(wait * (0.8 + 0.4 * random()));
}
