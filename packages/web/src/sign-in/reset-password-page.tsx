import { shownIdentifier, UsernameForManagers, useWords } from '@freehold/client/react/kit';
import { Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Page } from '../ui/page.tsx';
import { goTo } from '../ui/route.ts';
import { draft } from './about.ts';
import type { Address } from './experience.ts';
import { passwordsOnly } from './narrow-ways.ts';
import { NewPasswordForm } from './new-password-form.tsx';
import { leaveNotice } from './page-notice.ts';
import { endRecovery, findRecovering } from './recovery.ts';
import { replacePassword } from './replace-password.ts';
import { chooseWho } from './signing-in.ts';
import { methodOf, ways } from './ways.ts';
import { Who } from './who.tsx';

/** `/reset-password/new`: a password in place of the forgotten one. Nobody is signed in by it: that comes after. */
export function ResetPasswordPage() {
  const { text } = useWords();
  const [who, setWho] = useState<Address>();
  useEffect(() => {
    let left = false;
    findRecovering().then(
      found => {
        if (left) return;
        if (found === undefined) goTo('/forgot-password', { replace: true });
        else setWho(found);
      },
      () => left || goTo('/forgot-password', { replace: true }),
    );
    return () => {
      left = true;
    };
  }, []);
  if (who === undefined) return <Loader className="fh-waiting" color="var(--fh-muted)" />;
  return (
    <Page task={text('forgot.task')} heading={text('reset.heading')} lead={text('reset.lead')}>
      <NewPasswordForm
        label={text('reset.label')}
        action={text('reset.action')}
        busyLabel={text('reset.busy')}
        onPassword={async password => {
          await replacePassword(password);
          endRecovery();
          leaveNotice({ tone: 'ok', sentence: text('signin.new_password_set') });
          goToSignIn(who);
          return undefined;
        }}
      >
        <Who who={who} />
        <UsernameForManagers who={who} />
      </NewPasswordForm>
    </Page>
  );
}

/** With the address that was just typed, where it signs in: nobody types it again. */
function goToSignIn(who: Address): void {
  const signsIn = methodOf(who.type)?.password === true;
  draft.identifier = signsIn ? shownIdentifier(who) : '';
  chooseWho(who);
  goTo(signsIn && !passwordsOnly(ways.methods) ? '/sign-in/password' : '/sign-in', { replace: true });
}
