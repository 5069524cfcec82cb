import type { Account, ProofChoice, ProofDemand, SensitiveAction } from '@freehold/contract';
import { Button, Loader } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Client } from '../../index.ts';
import { useAccount } from '../account-scope.tsx';
import {
  ask,
  Dialog,
  type FormProblem,
  Notice,
  Problem,
  ProblemNotice,
  problemSentence,
  useWords,
  type WordKey,
} from '../kit/index.ts';
import { useNavigation } from '../navigation.tsx';
import { usePortal } from '../portal.ts';
import { NoWay } from './no-way.tsx';
import { OtherMethods } from './other-methods.tsx';
import { keepPendingProof, type ProofCode, pendingProof } from './pending-proof.ts';
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

/** An address that is not there yet is added, not changed. */
function reasonOf(action: SensitiveAction, account: Account | undefined): WordKey {
  if (action === 'email.change' && account?.primaryEmail === null) return 'proof.why_add_email';
  if (action === 'phone.change' && account?.primaryPhone === null) return 'proof.why_add_phone';
  return reasons[action] ?? 'proof.why_other';
}

/** What is left of a proof's ten minutes is counted on this machine, whose clock may be another than the server's. */
const lifetime = 600_000;

/**
 * Confirms who the person is, in the middle of a change: why first, then the strongest way that they have, the others one
 * press away. It reads nothing of the form behind it. What is typed for one way is kept while it is open, codes are not.
 */
export function ProofDialog({ client, request, onProven, onCancel }: Props) {
  const words = useWords();
  const { text } = words;
  const portal = usePortal();
  const navigation = useNavigation();
  const { state } = useAccount();
  const account = state.at === 'ready' ? state.view.account : undefined;
  const owner = account?.id ?? '';
  const { action, again } = request;
  const heading = useRef<HTMLHeadingElement>(null);
  const [demand, setDemand] = useState(request.demand);
  const [problem, setProblem] = useState<FormProblem>();
  const [interrupted] = useState(() => pendingProof(owner, action));
  const [method, setMethod] = useState<ProofChoice | undefined>(() => firstMethod(request.demand, interrupted?.method));
  const [choosing, setChoosing] = useState(false);
  const [password, setPassword] = useState('');
  const [codes, setCodes] = useState<Partial<Record<ProofChoice['method'], ProofCode>>>(
    interrupted === undefined ? {} : { [interrupted.method]: interrupted.code },
  );

  useEffect(() => {
    if (demand !== undefined || problem !== undefined) return;
    let gone = false;
    ask(client.listProofMethods({ query: { action } })).then(
      found => {
        if (gone) return;
        setDemand(found);
        setMethod(firstMethod(found, interrupted?.method));
      },
      (error: unknown) => {
        if (!(error instanceof Problem)) throw error;
        if (!gone) setProblem({ sentence: problemSentence(error, words), requestId: error.requestId });
      },
    );
    return () => {
      gone = true;
    };
  }, [client, action, demand, problem, interrupted, words]);

  function proven(recordId: string, startedAt: number): void {
    if (method === undefined) return;
    const { singleUse = false } = demand ?? {};
    onProven({
      recordId,
      singleUse,
      method: method.method,
      provenAt: startedAt,
      expiresAt: startedAt + lifetime,
      ...(singleUse && { action }),
    });
  }

  function readAgain(): void {
    setProblem(undefined);
    heading.current?.focus();
  }

  function showOthers(): void {
    setChoosing(true);
    heading.current?.focus();
  }

  function choose(choice: ProofChoice): void {
    setChoosing(false);
    setMethod(choice);
    // The button that was pressed is gone; a way with a field of its own takes focus there.
    heading.current?.focus();
  }

  const others = demand?.methods.filter(other => other.method !== method?.method) ?? [];
  return (
    <Dialog
      title={text('proof.title')}
      lead={text(reasonOf(action, account))}
      heading={heading}
      portal={portal}
      inHistory={navigation?.dialogsInHistory === true}
      onClose={onCancel}
    >
      {again ? (
        <Notice tone="warning">
          <p>{text('proof.again')}</p>
        </Notice>
      ) : null}
      {problem === undefined ? null : (
        <>
          <ProblemNotice problem={problem} />
          <Button variant="default" onClick={readAgain}>
            {text('account.try_again')}
          </Button>
        </>
      )}
      {demand === undefined && problem === undefined ? <Loader className="fh-waiting" color="var(--fh-muted)" /> : null}
      {demand !== undefined && method === undefined ? <NoWay onLeave={onCancel} /> : null}
      {demand?.onlyStrongest === true && method !== undefined ? (
        <p className="fh-muted fh-small">{text(`proof.only_${method.method}`)}</p>
      ) : null}
      {method === undefined || choosing ? null : method.method === 'password' ? (
        <ProveByPassword
          client={client}
          action={demand?.singleUse === true ? action : undefined}
          password={password}
          onType={setPassword}
          onProven={proven}
        />
      ) : (
        <ProveByCode
          key={method.method}
          client={client}
          channel={method.method}
          action={demand?.singleUse === true ? action : undefined}
          target={method.target ?? ''}
          sent={codes[method.method]}
          onSent={code => {
            setCodes(before => ({ ...before, [method.method]: code }));
            const { pathname: path } = location;
            if (method.method !== 'password') keepPendingProof({ owner, action, path, method: method.method, code });
          }}
          onProven={proven}
        />
      )}
      {method === undefined ? null : (
        <OtherMethods
          others={others}
          open={choosing}
          onOpen={showOthers}
          onBack={() => choose(method)}
          onChoose={choose}
        />
      )}
      <button type="button" className="fh-link fh-dialog-cancel" onClick={onCancel}>
        {text('proof.cancel')}
      </button>
    </Dialog>
  );
}

function firstMethod(demand: ProofDemand | undefined, interrupted: string | undefined): ProofChoice | undefined {
  return demand?.methods.find(({ method }) => method === interrupted) ?? demand?.methods[0];
}
