import { Button, Loader } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useAccount, useClient } from '../../account-scope.tsx';
import { ChangeStatus } from '../../change-status.tsx';
import { type FormProblem, ProblemNotice, stepProblem, useWords, type WordKey } from '../../kit/index.ts';
import { useChange } from '../../use-change.ts';
import type { ProviderRow } from './providers.ts';

type Props = {
  readonly row: ProviderRow;
  readonly title: ReactNode;
  readonly onDone: () => void;
  readonly onKeep: () => void;
};

/** Asks whether an account is to be unlinked, says what that means, and does it. */
export function Unlink({ row: { target, name }, title, onDone, onKeep }: Props) {
  const words = useWords();
  const { text, rich } = words;
  const client = useClient();
  const { refresh } = useAccount();
  const change = useChange();
  const { busy, slow, phase, run } = change;
  const [problem, setProblem] = useState<FormProblem>();
  const heading = useRef<HTMLParagraphElement>(null);
  const id = useId();
  useEffect(() => {
    heading.current?.focus();
  }, []);

  async function unlink(): Promise<void> {
    if (busy) return;
    setProblem(undefined);
    const result = await run(
      {
        action: 'identity.unlink',
        send: (proof, _ifMatch, signal) => client.unlinkIdentity({ params: { target }, proof, signal }),
        arrived: ({ identities }) => identities && !Object.hasOwn(identities, target),
      },
      found => {
        // Unlinked elsewhere a moment ago: what was asked for is so, and the row has to show it.
        if (found.code === 'user.identity_not_exist') void refresh().then(onDone, onDone);
        else if (found.code === 'user.last_sign_in_method_required') {
          setProblem({ sentence: text('linked.need_another_way') });
        } else setProblem(stepProblem(found, words));
      },
    );
    if (result === 'done') onDone();
  }

  return (
    <section className="fh-unlink" aria-labelledby={id}>
      <p id={id} ref={heading} className="fh-unlink-title" tabIndex={-1}>
        {title}
      </p>
      <p>{rich('linked.unlink_means', { provider: name })}</p>
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
      <ChangeStatus change={change} />
      <div className="fh-actions">
        <Button
          className="fh-destroys"
          variant="default"
          aria-disabled={busy || undefined}
          leftSection={busy ? <Loader size="1.125rem" color="currentColor" /> : undefined}
          onClick={() => void unlink()}
        >
          {text(
            busy ? (busyWords[slow && phase !== 'proving' ? 'slow' : phase] ?? 'linked.unlinking') : 'linked.unlink',
          )}
        </Button>
        <Button variant="default" onClick={() => busy || onKeep()}>
          {text('linked.keep')}
        </Button>
      </div>
    </section>
  );
}

const busyWords: Readonly<Record<string, WordKey>> = {
  proving: 'change.proving',
  checking: 'step.checking',
  slow: 'state.slow',
};
