import type { ReactNode } from 'react';
import { Card } from '../../frame.tsx';
import { ManagedNote } from '../managed-note.tsx';
import { Value } from '../value.tsx';

type Props = {
  readonly heading: string;
  readonly values: readonly { readonly label: string; readonly value: string }[];
};

/** A card of what can be seen and not changed. */
export function ShownCard({ heading, values }: Props): ReactNode {
  return (
    <Card heading={heading}>
      <dl className="fh-shown">
        {values.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Value>{value}</Value>
            </dd>
          </div>
        ))}
      </dl>
      <ManagedNote />
    </Card>
  );
}
