import type { User } from '@freehold/contract';
import { IdentifiersPanel } from './identifiers-panel.tsx';
import { LinkedPanel } from './linked-panel.tsx';
import { LockOutPanel } from './lock-out-panel.tsx';
import { PasswordPanel } from './password-panel.tsx';

type Props = { readonly user: User; readonly onChange: (user: User) => void };

/** How a person signs in. */
export function SignInTab({ user, onChange }: Props) {
  return (
    <div className="fh-panels">
      <IdentifiersPanel user={user} onChange={onChange} />
      <PasswordPanel user={user} onChange={onChange} />
      <LinkedPanel user={user} onChange={onChange} />
      <LockOutPanel user={user} />
    </div>
  );
}
