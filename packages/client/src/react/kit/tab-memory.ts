/**
 * What a tab keeps over a reload. Some browsers refuse it, where the person keeps no data of this site or a frame is somebody
 * else's: there it keeps nothing, and everything else works.
 */
export const tabMemory = {
  keep(key: string, value: object): void {
    try {
      sessionStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Refused, or full.
    }
  },
  /** What was kept; undefined also for what is no longer readable. */
  kept(key: string): unknown {
    try {
      return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined;
    } catch {
      return undefined;
    }
  },
  drop(key: string): void {
    try {
      sessionStorage.removeItem(key);
    } catch {
      // There is nothing to drop.
    }
  },
};
