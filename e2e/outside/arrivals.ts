/** What arrives outside, in its order, for tests that wait for one thing and in the end ask what else there was. */
export interface Arrivals<T> {
  /** Everything that has come, taken or not. */
  readonly all: readonly T[];
  /** What has come and nobody has taken. */
  readonly rest: readonly T[];
  add(one: T): void;
  /** Takes the first that `fits`, waiting for it if need be. */
  take(what: string, fits: (one: T) => boolean, milliseconds?: number): Promise<T>;
  /** Takes whatever has come. */
  forget(): void;
}

interface Waiting<T> {
  readonly fits: (one: T) => boolean;
  readonly resolve: (one: T) => void;
}

const PATIENCE_MS = 60_000;

export function createArrivals<T>(kind: string, print: (one: T) => string): Arrivals<T> {
  const all: T[] = [];
  const rest: T[] = [];
  const waiting = new Set<Waiting<T>>();
  return {
    all,
    rest,
    add(one) {
      all.push(one);
      for (const each of waiting) {
        if (!each.fits(one)) continue;
        waiting.delete(each);
        each.resolve(one);
        return;
      }
      rest.push(one);
    },
    take(what, fits, milliseconds = PATIENCE_MS) {
      const at = rest.findIndex(fits);
      const [found] = at === -1 ? [] : rest.splice(at, 1);
      if (found !== undefined) return Promise.resolve(found);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(each);
          reject(new Error(`no ${kind} came: ${what}. There were: ${all.map(print).join(' | ') || 'none'}`));
        }, milliseconds);
        const each: Waiting<T> = {
          fits,
          resolve: one => {
            clearTimeout(timer);
            resolve(one);
          },
        };
        waiting.add(each);
      });
    },
    forget: () => void rest.splice(0),
  };
}
