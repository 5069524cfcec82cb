import { AlertIcon, CheckIcon, useWords } from '@freehold/client/react/kit';
import type { User } from '@freehold/contract';

/** Whether a person can sign in: mark and word. */
export function UserStatus({ user: { isSuspended } }: { readonly user: Pick<User, 'isSuspended'> }) {
  const { text } = useWords();
  return (
    <span className="fh-status" data-suspended={isSuspended || undefined}>
      {isSuspended ? <AlertIcon /> : <CheckIcon />}
      {text(isSuspended ? 'console.users_suspended' : 'console.users_active')}
    </span>
  );
}
