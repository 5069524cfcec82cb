import { useAccountView } from '../account-scope.tsx';
import { plain, useWords } from '../kit/index.ts';
import { useSurroundings } from '../surroundings.ts';

/** Once in a card with something that can only be read: who decides that, and whom to ask. */
export function ManagedNote() {
  const { text, rich } = useWords();
  const { tenantName } = useSurroundings();
  const { supportEmail } = useAccountView().experience;
  const email = supportEmail ? <bdi dir="ltr">{plain(supportEmail, 256)}</bdi> : undefined;
  const tenant = tenantName === undefined ? undefined : plain(tenantName);
  return (
    <p className="fh-muted fh-small">
      {tenant === undefined
        ? email === undefined
          ? text('account.unchangeable')
          : rich('account.unchangeable_questions', { email })
        : email === undefined
          ? rich('account.managed', { tenant })
          : rich('account.managed_questions', { tenant, email })}
    </p>
  );
}
