import { type FormProblem, stepProblem, useAnnounce, useTask, useWords } from '@freehold/client/react/kit';
import { useState } from 'react';

type How<Value> = {
  /** What the page began with. */
  readonly begun: Value;
  readonly mine: Value;
  readonly isSame: (a: Value, b: Value) => boolean;
  readonly read: () => Promise<Value>;
  /** Saves `value` over `saved` and returns what is in force. */
  readonly write: (saved: Value, value: Value) => Promise<Value>;
  readonly onSaved: (value: Value) => void;
};

/**
 * Saves settings that have no version to hold a change against: what is saved is read first, and when it is not what the page
 * began with, nothing is sent and `meanwhile` has it. Between the reading and the sending somebody may still come in; the
 * reading makes hours of an open tab harmless, not those milliseconds.
 */
export function useGuardedSave<Value>({ begun, mine, isSame, read, write, onSaved }: How<Value>) {
  const words = useWords();
  const announce = useAnnounce();
  const { busy, run } = useTask();
  const [problem, setProblem] = useState<FormProblem>();
  const [meanwhile, setMeanwhile] = useState<Value>();
  const [saved, setSaved] = useState(false);

  function done(value: Value): undefined {
    setMeanwhile(undefined);
    setSaved(true);
    announce(words.text('console.saved'));
    onSaved(value);
    return undefined;
  }

  function save(): void {
    setProblem(undefined);
    void run(
      async () => {
        const current = await read();
        // A save whose answer was lost has arrived after all.
        if (isSame(current, mine)) return done(current);
        if (!isSame(current, begun)) {
          setMeanwhile(current);
          return undefined;
        }
        return done(await write(current, mine));
      },
      found => setProblem(stepProblem(found, words)),
    );
  }

  return { busy, problem, saved, meanwhile, save, settle: () => setMeanwhile(undefined) };
}
