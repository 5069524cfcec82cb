import { useWords } from '@freehold/client/react/kit';
import { Button, Loader } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { Page } from '../ui/page.tsx';

type Props = { readonly task: string; readonly heading: ReactNode; readonly onCancel: () => void };

/** Something is under way that nobody has to press anything for; after five seconds one may leave it. */
export function ProgressPage({ task, heading, onCancel }: Props) {
  const { text } = useWords();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 5000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Page task={task} heading={heading}>
      <p className="fh-progress">
        <Loader size="1.25rem" color="var(--fh-muted)" />
        <span className="fh-muted">{text('social.busy')}</span>
      </p>
      {long ? (
        <Button variant="default" fullWidth onClick={onCancel}>
          {text('social.cancel')}
        </Button>
      ) : null}
    </Page>
  );
}
