import { useWords } from '@freehold/client/react/kit';
import { useState } from 'react';
import { AccountTakenPage } from './account-taken-page.tsx';
import { CodePage } from './code-page.tsx';
import type { CodeStep } from './code-step.ts';
import { addAddress, currentRegistration, stepWords } from './registration.ts';

/** `/register/code`: whether the address is theirs. */
export function RegisterCode() {
  const words = useWords();
  const [taken, setTaken] = useState<CodeStep>();
  // Decided once: answering changes it, and the page must not count on while it still shows.
  const [progress] = useState(() => stepWords(words, 'code'));
  const [first] = useState(() => currentRegistration() === undefined);
  const changeAt = first ? '/register' : '/register/more';
  if (taken !== undefined) return <AccountTakenPage step={taken} changeAt={changeAt} />;
  return (
    <CodePage
      event="Register"
      task={words.text('register.task')}
      lead={progress}
      changeAt={changeAt}
      revealing
      onProven={addAddress}
      onProblem={({ code }, step) => {
        if (code !== `user.${step.to.type}_already_in_use`) return false;
        setTaken(step);
        return true;
      }}
    />
  );
}
