import { ProblemNotice, useWords } from '@freehold/client/react/kit';
import { useState } from 'react';
import { goTo } from '../ui/route.ts';
import { appName } from './about.ts';
import { AccountQuestion } from './account-question.tsx';
import { useAgreement } from './agreement.tsx';
import { HaveAccount } from './have-account.tsx';
import { LeftNotice } from './left-notice.tsx';
import { ProviderButtons } from './provider-buttons.tsx';
import { refusedLate, registerAddress, registerUsername, stepWords } from './registration.ts';
import { ways } from './ways.ts';

const accepts = ways.signUp?.identifiers ?? [];

/** `/register`: what the account will be called by. */
export function FirstQuestion() {
  const words = useWords();
  const { text, rich } = words;
  const [refused] = useState(refusedLate.sentence);
  const [leftEarly, setLeftEarly] = useState(false);
  const { missing, box } = useAgreement('register');
  const notYet = missing ? text('agree.missing') : undefined;
  return (
    <AccountQuestion
      heading={appName === undefined ? text('register.task') : rich('register.heading', { app: appName })}
      progress={accepts.length === 0 ? undefined : stepWords(words, 'first')}
      accepts={accepts}
      refused={refused}
      onAnswer={async ({ type, value }) => {
        refusedLate.sentence = undefined;
        if (type === 'username') return registerUsername(value);
        await registerAddress({ type, value });
        goTo('/register/code');
        return undefined;
      }}
      before={<LeftNotice />}
      last={box}
      notYet={notYet}
    >
      {accepts.length === 0 ? box : null}
      {leftEarly && notYet !== undefined ? <ProblemNotice problem={{ sentence: notYet }} /> : null}
      <ProviderButtons
        divided={accepts.length > 0}
        mayLeave={() => {
          setLeftEarly(true);
          return !missing;
        }}
      />
      <HaveAccount />
    </AccountQuestion>
  );
}
