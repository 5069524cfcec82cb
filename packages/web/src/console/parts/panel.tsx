import { type ReactNode, useId } from 'react';

type Props = {
  readonly heading: ReactNode;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
};

/** One part of a page, with a heading of its own. */
export function Panel({ heading, lead, children }: Props) {
  const id = useId();
  return (
    <section className="fh-panel" aria-labelledby={id}>
      <div className="fh-panel-head">
        <h2 id={id}>{heading}</h2>
        {lead === undefined ? null : <p className="fh-muted">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
