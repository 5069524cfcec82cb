import type { Account } from '@freehold/contract';
import { useState } from 'react';
import { useAccountView } from '../account-scope.tsx';
import { fieldState } from '../fields.ts';
import { Task } from '../frame.tsx';
import { Notice, useWords } from '../kit/index.ts';
import { CameOfIt } from './came-of-it.tsx';
import { BackToSecurity, ReadOnlyNote, TaskOff } from './closed-task.tsx';
import { NewPassword } from './new-password.tsx';
import { Told } from './told.tsx';
import { useDemand } from './use-demand.ts';

/**
 * Changes the password, or sets a first one. The proof of identity stands in for the old password: nobody is asked for both.
 */
export function ChangePassword() {
  const { text } = useWords();
  const view = useAccountView();
  const demand = useDemand('password.set');
  const [made, setMade] = useState<'change' | 'create'>();
  const { account } = view;
  const state = fieldState(view, 'password');

  if (state === 'off') {
    return (
      <Task task={text('password.label')} heading={text('password.label')}>
        <TaskOff />
      </Task>
    );
  }
  if (state === 'readOnly') {
    return (
      <Task task={text('password.label')} heading={text('password.label')}>
        <p>{text(account.hasPassword === true ? 'password.is_set' : 'value.notSet')}</p>
        <ReadOnlyNote />
        <BackToSecurity />
      </Task>
    );
  }
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
