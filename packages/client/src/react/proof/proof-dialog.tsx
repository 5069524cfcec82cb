import type { ProofChoice, ProofDemand, SensitiveAction } from '@freehold/contract';
import { Loader, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Client } from '../../index.ts';
import { ask, Notice, Problem, problemSentence, useWords, type WordKey } from '../kit/index.ts';
import { usePortal } from '../portal.ts';
import { NoWay } from './no-way.tsx';
import type { Proof } from './proof-memory.ts';
import type { ProofRequest } from './proof-provider.tsx';
import { ProveByCode } from './prove-by-code.tsx';
import { ProveByPassword } from './prove-by-password.tsx';

type Props = {
  readonly client: Client;
  readonly request: ProofRequest;
  readonly onProven: (proof: Proof) => void;
  readonly onCancel: () => void;
};

/** Why a proof is asked for, by what it is for. */
const reasons: Partial<Record<SensitiveAction, WordKey>> = {
  'username.change': 'proof.why_username',
  'username.remove': 'proof.why_username',
  'password.set': 'proof.why_password',
  'email.change': 'proof.why_email',
  'email.remove': 'proof.why_email',
  'phone.change': 'proof.why_phone',
  'phone.remove': 'proof.why_phone',
  'identity.link': 'proof.why_linked',
  'identity.unlink': 'proof.why_linked',
};

/**
 * Confirms who the person is, in the middle of a change: why first, then the strongest way that they have, the others one
 * press away. It reads nothing of the form behind it and keeps nothing of what is typed in it.
 */
export function ProofDialog({ client, request, onProven, onCancel }: Props) {
  const words = useWords();
  const { text } = words;
  const portal = usePortal();
  const [demand, setDemand] = useState<ProofDemand>();
  const [method, setMethod] = useState<ProofChoice>();
  const [problem, setProblem] = useState<Problem>();
  const { action, again } = request;

  useEffect(() => {
    let gone = false;
    ask(client.listProofMethods({ query: { action } })).then(
      found => {
        if (gone) return;
        setDemand(found);
        setMethod(found.methods[0]);
      },
      (error: unknown) => {
        if (!(error instanceof Problem)) throw error;
        if (!gone) setProblem(error);
      },
    );
    return () => {
      gone = true;
    };
  }, [client, action]);

  const others = demand?.methods.filter(other => other !== method) ?? [];
  return (
    <Modal
      opened
      onClose={onCancel}
      title={text('proof.title')}
      closeButtonProps={{ 'aria-label': text('proof.cancel') }}
      className="fh-proof"
      centered
      {...(portal && { portalProps: { target: portal } })}
    >
      <div className="fh-proof-body">
        <p>{text(reasons[action] ?? 'proof.why_other')}</p>
        {again ? (
          <Notice tone="warning">
            <p>{text('proof.again')}</p>
          </Notice>
        ) : null}
        {problem === undefined ? null : (
          <Notice tone="error">
            <p>{problemSentence(problem, words)}</p>
          </Notice>
        )}
        {demand === undefined && problem === undefined ? (
          <Loader className="fh-waiting" color="var(--fh-muted)" />
        ) : null}
        {demand !== undefined && method === undefined ? <NoWay /> : null}
        {method?.method === 'password' ? (
          <ProveByPassword client={client} action={action} onProven={onProven} />
        ) : method === undefined ? null : (
          <ProveByCode key={method.method} client={client} choice={method} onProven={onProven} />
        )}
        {others.length === 0 ? null : (
          <div className="fh-other-ways">
            {others.map(other => (
              <button key={other.method} type="button" className="fh-link" onClick={() => setMethod(other)}>
                {text(`proof.use_${other.method}`)}
              </button>
            ))}
          </div>
        )}
      </div>
    </Modal>
  );
}
