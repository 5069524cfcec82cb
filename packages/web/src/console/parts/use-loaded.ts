import { type Problem, problemOf } from '@freehold/client/react/kit';
import { useCallback, useEffect, useRef, useState } from 'react';

/** What a page has of the server: nothing yet, a refusal, or a value, which may be reloading. */
export type Loaded<Value> =
  | { readonly at: 'loading' }
  | { readonly at: 'failed'; readonly problem: Problem }
  | { readonly at: 'ready'; readonly value: Value };

/**
 * Loads what a page shows, again when `key` changes. An answer that comes late, for a key that is shown no more, is dropped.
 *
 * @param load called with the key; its problems are the page's to show
 */
export function useLoaded<Value>(key: string, load: () => Promise<Value>) {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ at: 'loading' });
  const turn = useRef(0);
  const latest = useRef(load);
  latest.current = load;

  const reload = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    try {
      const value = await latest.current();
      if (mine === turn.current) setLoaded({ at: 'ready', value });
    } catch (error) {
      const problem = problemOf(error);
      if (problem === undefined) throw error;
      if (mine === turn.current) setLoaded({ at: 'failed', problem });
    }
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what it loads for
  useEffect(() => {
    void reload();
  }, [key, reload]);

  const put = useCallback((value: Value) => setLoaded({ at: 'ready', value }), []);
  return { loaded, reload, put };
}
