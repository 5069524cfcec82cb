import { useWords } from '@freehold/client/react/kit';
import { useState } from 'react';
import { goTo } from '../ui/route.ts';
import { CodePage } from './code-page.tsx';
import { type CodeStep, forgetCode } from './code-step.ts';
import { identify } from './experience.ts';
import { NoAccountPage } from './no-account-page.tsx';
import { recoverFor } from './recovery.ts';

/** `/forgot-password/code`: whether the address is theirs. */
export function ForgotPasswordCodePage() {
  const { text } = useWords();
  const [nobody, setNobody] = useState<CodeStep>();
  if (nobody !== undefined) {
    return <NoAccountPage step={nobody} task={text('forgot.task')} changeAt="/forgot-password" />;
  }
  return (
    <CodePage
      event="ForgotPassword"
      task={text('forgot.task')}
      changeAt="/forgot-password"
      onProven={async ({ to, verificationId }) => {
        await identify(verificationId);
        recoverFor(to);
        forgetCode();
        goTo('/reset-password/new', { replace: true });
        return undefined;
      }}
      onProblem={({ code }, step) => {
        if (code !== 'user.user_not_exist') return false;
        setNobody(step);
        return true;
      }}
    />
  );
}
