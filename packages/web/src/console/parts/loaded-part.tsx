import { Notice, problemSentence, useWords } from '@freehold/client/react/kit';
import { Button, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Loaded } from './use-loaded.ts';

type Props<Value> = {
  readonly loaded: Loaded<Value>;
  readonly onRetry: () => void;
  readonly children: (value: Value) => ReactNode;
};

/** Shows what was loaded; while it is not there, why, and the way to try again. The rest of the page works meanwhile. */
export function LoadedPart<Value>({ loaded, onRetry, children }: Props<Value>) {
  const words = useWords();
  if (loaded.at === 'ready') return children(loaded.value);
  if (loaded.at === 'loading') return <Loader className="fh-waiting" color="var(--fh-muted)" />;
  const { problem } = loaded;
  return (
    <Notice tone="error">
      <p>{problemSentence(problem, words)}</p>
      {problem.requestId === undefined ? null : (
        <p className="fh-request-id" dir="ltr">
          {problem.requestId}
        </p>
      )}
      <Button variant="default" size="sm" onClick={onRetry}>
        {words.text('console.try_again')}
      </Button>
    </Notice>
  );
}
