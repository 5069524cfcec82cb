import { Notice, useWords } from '@freehold/client/react/kit';
import { boot } from './boot.ts';

type Props = {
  /** Where the message goes; `value` is absent where it is not to be read here. */
  readonly to: { readonly type: 'email' | 'phone'; readonly value?: string };
};

/** On a development server without a connector: where the message is. The server says so in no other place. */
export function InboxHint({ to }: Props) {
  const { text } = useWords();
  if (boot.inbox?.includes(to.type) !== true) return null;
  return (
    <Notice tone="info">
      <p>{text('code.inbox')}</p>
      <p>
        <a
          className="fh-link"
          href={to.value === undefined ? '/dev/inbox' : `/dev/inbox?${new URLSearchParams({ to: to.value })}`}
          target="_blank"
          rel="noopener"
        >
          {text('code.open_inbox')}
        </a>
      </p>
    </Notice>
  );
}
