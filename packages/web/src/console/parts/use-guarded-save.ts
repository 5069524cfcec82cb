import {
  type FormProblem,
  type Problem,
  problemOf,
  stepProblem,
  useAnnounce,
  useTask,
  useWords,
} from '@freehold/client/react/kit';
import { useState } from 'react';

/** Settings as they were read or saved, with the ETag that the next change is held against. */
export type Versioned<Value> = { readonly value: Value; readonly etag: string | undefined };

/** An answer of the client as a page holds it. */
export const versioned = <Body, Value>(
  { body, etag }: { readonly body: Body; readonly etag: string | undefined },
  view: (body: Body) => Value,
): Versioned<Value> => ({ value: view(body), etag });

type How<Value> = {
  /** What the page began with. */
  readonly begun: Versioned<Value>;
  readonly mine: Value;
  readonly isSame: (a: Value, b: Value) => boolean;
  readonly read: () => Promise<Versioned<Value>>;
  /** Sends what differs from `begun`, to be refused unless `ifMatch` is still the ETag of what is in force. */
  readonly write: (begun: Value, mine: Value, ifMatch: string | undefined) => Promise<Versioned<Value>>;
  readonly onSaved: (saved: Versioned<Value>) => void;
  /** Shows a refusal at its place; false where it has none, and stands at the buttons. */
  readonly onRefused?: (problem: Problem) => boolean;
};

/**
 * Saves settings without overwriting what somebody else has saved since they were read: the server judges, on the locked row.
 * What they have saved is then in `meanwhile`, and nothing was changed.
 */
export function useGuardedSave<Value>({ begun, mine, isSame, read, write, onSaved, onRefused }: How<Value>) {
  const words = useWords();
  const announce = useAnnounce();
  const { busy, run } = useTask();
  const [problem, setProblem] = useState<FormProblem>();
  const [meanwhile, setMeanwhile] = useState<Versioned<Value>>();
  const [saved, setSaved] = useState(false);

  function done(now: Versioned<Value>): void {
    setMeanwhile(undefined);
    setSaved(true);
    announce(words.text('console.saved'));
    onSaved(now);
  }

  async function send(): Promise<void> {
    try {
      done(await write(begun.value, mine, begun.etag));
    } catch (error) {
      if (problemOf(error)?.code !== 'request.precondition_failed') throw error;
      const now = await read();
      // A save whose answer was lost has arrived after all.
      if (isSame(now.value, mine)) done(now);
      // Something that this page does not show: it is not sent, so it is not overwritten.
      else if (isSame(now.value, begun.value)) done(await write(begun.value, mine, now.etag));
      else setMeanwhile(now);
    }
  }

  function save(): void {
    setProblem(undefined);
    setSaved(false);
    void run(
      async () => {
        await send().catch((error: unknown) => {
          throw problemOf(error) ?? error;
        });
        return undefined;
      },
      found => {
        if (onRefused?.(found) !== true) setProblem({ ...stepProblem(found, words), requestId: found.requestId });
      },
    );
  }

  return {
    busy,
    problem,
    saved,
    meanwhile,
    save,
    /** Forgets what came of the last save. */
    settle: () => {
      setMeanwhile(undefined);
      setProblem(undefined);
      setSaved(false);
    },
  };
}
