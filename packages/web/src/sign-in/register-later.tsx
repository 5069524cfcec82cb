import { useWords } from '@freehold/client/react/kit';
import type { MissingProfileMember, PageIdentifier } from '@freehold/contract';
import type { PageKey } from '@freehold/messages';
import { goTo } from '../ui/route.ts';
import { AccountQuestion } from './account-question.tsx';
import { addUsername, sendCodeForMore, stepWords } from './registration.ts';

type Asked = Exclude<MissingProfileMember, 'password'>;

const questions: Readonly<Record<Asked, { readonly heading: PageKey; readonly accepts: readonly PageIdentifier[] }>> = {
  username: { heading: 'register.ask_username', accepts: ['username'] },
  email: { heading: 'register.ask_email', accepts: ['email'] },
  phone: { heading: 'register.ask_phone', accepts: ['phone'] },
  emailOrPhone: { heading: 'register.ask_either', accepts: ['email', 'phone'] },
};

/** `/register/more`: what else the account needs. */
export function LaterQuestion({ asks }: { readonly asks: Asked }) {
  const words = useWords();
  const { heading, accepts } = questions[asks];
  return (
    <AccountQuestion
      heading={words.text(heading)}
      progress={stepWords(words, 'later')}
      accepts={accepts}
      onAnswer={async ({ type, value }) => {
        if (type === 'username') return addUsername(value);
        await sendCodeForMore({ type, value });
        goTo('/register/code');
        return undefined;
      }}
    />
  );
}
