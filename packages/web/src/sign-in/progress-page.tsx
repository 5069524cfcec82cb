import { Button, Loader } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../i18n/words.tsx';
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
      <p className="progress">
        <Loader size="1.25rem" color="var(--muted)" />
        <span className="muted">{text('social.busy')}</span>
      </p>
      {long ? (
        <Button variant="default" fullWidth onClick={onCancel}>
          {text('social.cancel')}
        </Button>
      ) : null}
    </Page>
  );
}
