import type { User } from '@freehold/contract';
import { DeletePanel } from './delete-panel.tsx';
import { RolesPanel } from './roles-panel.tsx';
import { SuspendPanel } from './suspend-panel.tsx';

type Props = { readonly user: User; readonly onChange: (user: User) => void };

/** What a person may do, and whether they may come in at all. What destroys most stands last. */
export function AccessTab({ user, onChange }: Props) {
  return (
    <div className="fh-panels">
      <RolesPanel user={user} />
      <SuspendPanel user={user} onChange={onChange} />
      <DeletePanel user={user} />
    </div>
  );
}
