import type { ReactNode } from 'react';

type Props = {
  readonly legend: ReactNode;
  readonly lead?: ReactNode;
  readonly problem?: string | undefined;
  readonly children: ReactNode;
};

/** Settings that belong together, under one name. */
export function Group({ legend, lead, problem, children }: Props) {
  return (
    <fieldset className="fh-group">
      <legend>{legend}</legend>
      {lead === undefined ? null : <p className="fh-muted fh-small">{lead}</p>}
      {problem === undefined ? null : (
        <p className="fh-tick-problem fh-small" data-problem tabIndex={-1}>
          {problem}
        </p>
      )}
      {children}
    </fieldset>
  );
}
