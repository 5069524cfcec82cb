import type { Account } from '@freehold/contract';
import { useState } from 'react';
import { Task } from '../frame.tsx';
import { Notice, useWords } from '../kit/index.ts';
import { BackToSecurity } from './back-to-security.tsx';
import { CameOfIt } from './came-of-it.tsx';
import { FieldGate } from './field-gate.tsx';
import { NewPassword } from './new-password.tsx';
import { Told } from './told.tsx';
import { useDemand } from './use-demand.ts';

/**
 * Changes the password, or sets a first one. The proof of identity stands in for the old password: nobody is asked for both.
 */
export function ChangePassword() {
  const { text } = useWords();
  return (
    <FieldGate
      field="password"
      task={text('password.label')}
      heading={text('password.label')}
      value={({ account }) => text(account.hasPassword === true ? 'password.is_set' : 'value.notSet')}
    >
      {({ account }) => <PasswordTask account={account} />}
    </FieldGate>
  );
}

function PasswordTask({ account }: { readonly account: Account }) {
  const { text } = useWords();
  const demand = useDemand('password.set');
  const [made, setMade] = useState<'change' | 'create'>();
  const kind = made ?? (account.hasPassword === true ? 'change' : 'create');
  const endsOthers = demand?.endsOtherSessions === true;
  return (
    <Task
      task={text(`password.${kind}`)}
      heading={text(`password.heading_${kind}`)}
      {...(kind === 'create' && made === undefined && { lead: text('password.lead_create') })}
    >
      {made === undefined ? (
        <NewPassword kind={kind} demand={demand} onDone={() => setMade(kind)} />
      ) : (
        <>
          <CameOfIt tone="ok">
            <p>{text(`password.done_${made}`)}</p>
            {endsOthers ? <p>{text('password.others_ended')}</p> : null}
            <Told account={account} demand={demand} />
          </CameOfIt>
          {hasNoIdentifier(account) ? (
            <Notice tone="warning">
              <p>{text('password.no_identifier')}</p>
            </Notice>
          ) : null}
          <BackToSecurity />
        </>
      )}
    </Task>
  );
}

// Known to have none: what the person may not see may well be there.
const hasNoIdentifier = ({ username, primaryEmail, primaryPhone }: Account): boolean =>
  username === null && primaryEmail === null && primaryPhone === null;
