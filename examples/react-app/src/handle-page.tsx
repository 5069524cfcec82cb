import { useAccount, useChange, useClient, useProblemText } from '@freehold/client/react';
import { type FormEvent, useState } from 'react';

/** A form of our own, with our own fields: the hooks bring the proof of identity, the retry and the words for a refusal. */
export function HandlePage() {
  const { state, reload } = useAccount();
  if (state.at === 'loading') return <p>Loading…</p>;
  if (state.at === 'failed') {
    return (
      <p role="alert">
        Your account couldn’t be read.{' '}
        <button type="button" onClick={() => void reload()}>
          Try again
        </button>
      </p>
    );
  }
  return <HandleForm current={state.view.account.username ?? ''} />;
}

function HandleForm({ current }: { readonly current: string }) {
  const [username, setUsername] = useState(current);
  const [problem, setProblem] = useState('');
  const client = useClient();
  const { run, busy, phase, outcome } = useChange();
  const textOf = useProblemText();

  function submit(event: FormEvent): void {
    event.preventDefault();
    setProblem('');
    void run(
      {
        // What the step-up policy calls it: when the server asks for a proof, a dialog does, and `send` is called again.
        action: 'username.change',
        send: (proof, ifMatch) => client.updateAccount({ body: { username }, proof, ifMatch }),
        // Asked when the network broke off: has the change arrived after all?
        arrived: account => account.username === username,
      },
      refused => setProblem(textOf(refused)),
    );
  }

  return (
    <form className="card" onSubmit={submit}>
      <h2>Your handle</h2>
      <label htmlFor="handle">How others mention you</label>
      <input
        id="handle"
        value={username}
        onChange={event => setUsername(event.currentTarget.value)}
        autoComplete="username"
        autoCapitalize="none"
        aria-invalid={problem !== ''}
        aria-describedby="handle-problem"
      />
      <p id="handle-problem" role="alert">
        {problem}
      </p>
      <button type="submit" aria-disabled={busy}>
        {phase === 'proving' ? 'Confirm it’s you…' : busy ? 'Saving…' : 'Save handle'}
      </button>
      <p role="status">
        {outcome === 'done' ? `You are @${current} now.` : outcome === 'cancelled' ? 'Nothing was changed.' : ''}
      </p>
    </form>
  );
}
