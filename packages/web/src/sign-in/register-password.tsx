import { problemSentence, UsernameForManagers, useWords } from '@freehold/client/react/kit';
import { useState } from 'react';
import { Page } from '../ui/page.tsx';
import { goTo } from '../ui/route.ts';
import { NewPasswordForm } from './new-password-form.tsx';
import { addPassword, currentRegistration, refusedLate, stepWords } from './registration.ts';
import { Who } from './who.tsx';

/** `/register/password`: the last question, since the password is judged together with all the rest. */
export function ChoosePassword() {
  const words = useWords();
  const { text } = words;
  const [begun] = useState(currentRegistration);
  const who = begun?.who;
  const [progress] = useState(() => stepWords(words, 'later'));
  return (
    <Page task={text('register.task')} heading={text('register.password_heading')} lead={progress}>
      <NewPasswordForm
        label={text('password.label')}
        action={text('register.action')}
        busyLabel={text('register.busy')}
        onPassword={addPassword}
        onProblem={found => {
          if (!found.code.startsWith('user.username_')) return false;
          // Somebody took the name in the meantime: back to the first question, which says so.
          refusedLate.sentence = problemSentence(found, words);
          goTo('/register', { replace: true });
          return true;
        }}
      >
        {who === undefined ? null : (
          <>
            <Who who={who} changeAt={begun?.byProvider === true ? undefined : '/register'} />
            <UsernameForManagers who={who} />
          </>
        )}
      </NewPasswordForm>
    </Page>
  );
}
