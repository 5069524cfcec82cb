import { useWords } from '@freehold/client/react/kit';
import { useState } from 'react';
import { goTo } from '../ui/route.ts';
import { signInLead } from './about-words.ts';
import { CodePage } from './code-page.tsx';
import type { CodeStep } from './code-step.ts';
import { NoAccountPage } from './no-account-page.tsx';
import { signInWithCode } from './sign-in.ts';
import { chooseWho } from './signing-in.ts';
import { methodOf } from './ways.ts';

/** `/sign-in/code`: the code in place of a password. */
export function SignInCodePage() {
  const words = useWords();
  const { text } = words;
  const [nobody, setNobody] = useState<CodeStep>();
  if (nobody !== undefined) return <NoAccountPage step={nobody} task={text('signin.task')} changeAt="/sign-in" />;
  return (
    <CodePage
      event="SignIn"
      task={text('signin.task')}
      lead={signInLead(words)}
      changeAt="/sign-in"
      onProven={signInWithCode}
      onProblem={({ code }, step) => {
        if (code !== 'user.user_not_exist') return false;
        setNobody(step);
        return true;
      }}
    >
      {step =>
        methodOf(step.to.type)?.password === true ? (
          <button
            type="button"
            className="fh-link"
            onClick={() => {
              chooseWho(step.to);
              goTo('/sign-in/password');
            }}
          >
            {text('signin.use_password')}
          </button>
        ) : null
      }
    </CodePage>
  );
}
