import { useAccount } from '../account-scope.tsx';
import { Notice, type Problem, useWords } from '../kit/index.ts';
import { momentOf } from './clock.ts';

/** What is shown is not what is: it could not be read again. Says nothing without a network, the bar does. */
export function StaleNotice({ readAt, problem }: { readonly readAt: number; readonly problem: Problem }) {
  const { text, locale } = useWords();
  const { reload } = useAccount();
  if (problem.code === 'network' && !navigator.onLine) return null;
  return (
    <Notice tone="warning">
      <p>{text('account.stale', { time: momentOf(readAt, locale) })}</p>
      <p>
        <button type="button" className="fh-link" onClick={() => void reload()}>
          {text('account.try_again')}
        </button>
      </p>
    </Notice>
  );
}
