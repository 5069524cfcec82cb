import { Fragment } from 'react';

/** Text in which backticks mark what is to be typed as it stands. */
export function WithCode({ children }: { readonly children: string }) {
  return children.split('`').map((part, at) =>
    at % 2 === 0 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence keep their order
      <Fragment key={at}>{part}</Fragment>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence keep their order
      <code key={at}>{part}</code>
    ),
  );
}
