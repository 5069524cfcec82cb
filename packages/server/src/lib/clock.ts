/**
 * Tells the present moment. Everything that judges time takes a `Clock`, so that a test owns the time and the
 * database never asks its own (`now()` differs between two machines and cannot be moved).
 */
export type Clock = () => Date;

/** The machine's time. */
export const systemClock: Clock = () => new Date();

/** A clock that stands still until it is told to move. */
export interface TestClock extends Clock {
  /** Moves the time by so many milliseconds (negative: back, as a corrected machine clock does). */
  advance(milliseconds: number): void;
}

/** Makes a clock that starts at `start` and moves only by `advance`. Every call answers a fresh `Date`. */
export function createTestClock(start: Date): TestClock {
  let time = start.getTime();
  return Object.assign(() => new Date(time), {
    advance(milliseconds: number) {
      time += milliseconds;
    },
  });
}
