import { useAnnounce, useWords } from '@freehold/client/react/kit';
import { Button } from '@mantine/core';
import { useState } from 'react';

/** A text to be taken along, such as a secret that is shown this once, with a button that copies it. */
export function CopiedText({ label, value }: { readonly label: string; readonly value: string }) {
  const { text } = useWords();
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
      announce(text('console.copied'));
    } catch {
      // Not allowed, or not over plain HTTP: the text stands there and can be selected.
      announce(text('console.copy_by_hand'));
    }
  }
  return (
    <div className="fh-copied">
      <p className="fh-small fh-muted">{label}</p>
      <div className="fh-copied-line">
        <code className="fh-secret" dir="ltr">
          {value}
        </code>
        <Button variant="default" size="sm" onClick={() => void copy()}>
          {text(copied ? 'console.copied' : 'console.copy')}
        </Button>
      </div>
    </div>
  );
}
