import { Notice, useWords } from '@freehold/client/react/kit';
import { boot } from '../ui/boot.ts';
import type { Address } from './experience.ts';

/** On a development server without a connector: where the message is. The server says so in no other place. */
export function InboxHint({ to }: { readonly to: Address }) {
  const { text } = useWords();
  if (boot.inbox?.includes(to.type) !== true) return null;
  return (
    <Notice tone="info">
      <p>{text('code.inbox')}</p>
      <p>
        <a
          className="fh-link"
          href={`/dev/inbox?${new URLSearchParams({ to: to.value })}`}
          target="_blank"
          rel="noopener"
        >
          {text('code.open_inbox')}
        </a>
      </p>
    </Notice>
  );
}
