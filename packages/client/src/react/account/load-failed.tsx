import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useAccount } from '../account-scope.tsx';
import { Task } from '../frame.tsx';
import {
  Notice,
  type Problem,
  plain,
  problemSentence,
  SubmitButton,
  useAnnounce,
  useSignOut,
  useTask,
  useWords,
} from '../kit/index.ts';
import { useSurroundings } from '../surroundings.ts';
import { CenterMain } from './center-main.tsx';

/** In place of the account where it could not be read: why, and what to do about it. */
export function LoadFailed({ problem }: { readonly problem: Problem }) {
  if (problem.code === 'account_center.not_enabled') return <NotOpen />;
  return <TryAgain problem={problem} />;
}

function TryAgain({ problem }: { readonly problem: Problem }) {
  const words = useWords();
  const { text } = words;
  const { reload } = useAccount();
  const { busy, slow, run } = useTask();
  const signedOut = problem.status === 401;
  // The id stands below, where it can be copied.
  const wordless = problem.message === '' && problem.requestId !== undefined;
  return (
    <div className="fh-center-body">
      <CenterMain>
        <Task task={text('account.task')} heading={text('account.failed')}>
          <Notice tone="error">
            <p>
              {signedOut ? text('account.over') : wordless ? text('problem.unknown') : problemSentence(problem, words)}
            </p>
          </Notice>
          {problem.requestId === undefined ? null : <Reference id={problem.requestId} />}
          <form
            className="fh-actions"
            onSubmit={event => {
              event.preventDefault();
              void run(
                async () => {
                  await reload();
                  return undefined;
                },
                () => {},
              );
            }}
          >
            <SubmitButton busy={busy} slow={slow} busyLabel={text('account.trying')}>
              {text('account.try_again')}
            </SubmitButton>
          </form>
        </Task>
      </CenterMain>
    </div>
  );
}

/** What the people who run the service find the failure by. */
function Reference({ id }: { readonly id: string }) {
  const { text, rich } = useWords();
  const announce = useAnnounce();
  const [isByHand, setByHand] = useState(false);
  const shown = useRef<HTMLElement>(null);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(id);
      announce(text('account.copied'));
    } catch {
      // Not allowed, or not over plain HTTP: it stands there and can be copied by hand.
      if (shown.current !== null) getSelection()?.selectAllChildren(shown.current);
      setByHand(true);
      announce(text('account.copy_by_hand'));
    }
  }
  return (
    <p className="fh-reference fh-muted fh-small">
      <span>
        {rich('account.reference', {
          id: (
            <bdi ref={shown} dir="ltr">
              {id}
            </bdi>
          ),
        })}
      </span>
      <button type="button" className="fh-link" onClick={() => void copy()}>
        {text('account.copy')}
      </button>
      {isByHand ? <span>{text('account.copy_by_hand')}</span> : null}
    </p>
  );
}

/** The administrator has not opened the account pages. */
function NotOpen() {
  const { text, rich } = useWords();
  const { tenantName, onSignOut } = useSurroundings();
  const { busy, failed, signOut } = useSignOut(onSignOut);
  return (
    <div className="fh-center-body">
      <CenterMain>
        <Task
          task={text('account.task')}
          heading={text('account.not_open')}
          lead={
            tenantName === undefined
              ? text('account.not_open_lead')
              : rich('account.not_open_by', { tenant: plain(tenantName) })
          }
        >
          {failed ? (
            <Notice tone="error">
              <p>{text('account.sign_out_failed')}</p>
            </Notice>
          ) : null}
          {onSignOut === undefined ? null : (
            <div className="fh-actions">
              <Button variant="default" aria-disabled={busy || undefined} onClick={signOut}>
                {text(busy ? 'account.signing_out' : 'account.sign_out')}
              </Button>
            </div>
          )}
        </Task>
      </CenterMain>
    </div>
  );
}
