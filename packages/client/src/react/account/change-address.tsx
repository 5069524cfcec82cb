import type { ProofDemand } from '@freehold/contract';
import { useEffect, useRef, useState } from 'react';
import { useAccount, useClient } from '../account-scope.tsx';
import type { AccountView } from '../account-store.ts';
import { isOnlyWayIn, signsInWith } from '../fields.ts';
import { likelyCountry, type Problem, plain, useWords } from '../kit/index.ts';
import { pendingProof } from '../proof/pending-proof.ts';
import { useChange } from '../use-change.ts';
import { AddressChanged } from './address-changed.tsx';
import { AddressCode, type AddressCodeSent } from './address-code.tsx';
import { codeAlive, useAddressDraft } from './address-draft.ts';
import { AddressQuestion } from './address-question.tsx';
import { AddressText, type Channel } from './address-text.tsx';
import { demandOf } from './demand-of.ts';
import { FieldGate } from './field-gate.tsx';
import { addressIn, isSameAddress } from './read-address.ts';
import { RemoveAddress } from './remove-address.tsx';
import { useSteps } from './use-steps.ts';

type Props = {
  readonly channel: Channel;
  readonly onDone?: (() => void) | undefined;
};

/** Adds, changes or removes the email address or the phone number: one who they are, one what the new one is, then both are told. */
export function ChangeAddress({ channel, onDone }: Props) {
  const { text } = useWords();
  return (
    <FieldGate
      field={channel}
      task={text(`identifier.${channel}`)}
      heading={text(`identifier.${channel}`)}
      value={({ account }) => {
        const value = addressIn(account, channel);
        return value ? <AddressText channel={channel} value={value} /> : text('value.notSet');
      }}
    >
      {view => <AddressTask channel={channel} view={view} onDone={onDone} />}
    </FieldGate>
  );
}

type Step = 'ask' | 'code' | 'changed' | 'remove' | 'removed';

function AddressTask({ channel, view, onDone }: Props & { readonly view: AccountView }) {
  const { text, locale } = useWords();
  const client = useClient();
  const change = useChange();
  const { current } = useAccount();
  const { account } = view;
  const action = `${channel}.change` as const;
  const { draft, keep, drop } = useAddressDraft(channel, account.id);
  const [typed, setTyped] = useState(draft?.typed ?? '');
  const [country, setCountry] = useState(() => draft?.country ?? likelyCountry(locale, navigator.languages));
  const [code, setCode] = useState(() => codeAlive(draft));
  const { step, turn, go } = useSteps<Step>(code === undefined ? 'ask' : 'code', change);
  const [refused, setRefused] = useState<string>();
  const [demand, setDemand] = useState<ProofDemand>();
  // What it was: the account that is read back after the change no longer says.
  const [old, setOld] = useState<string>();
  // What it was changed to: reading the account back may have failed.
  const [made, setMade] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const now = addressIn(account, channel) ?? undefined;

  const [interrupted] = useState(() => code === undefined && pendingProof(account.id, action) !== undefined);

  useEffect(() => {
    if (step === 'ask') keep({ typed, country });
  }, [step, typed, country, keep]);

  function sent(next: AddressCodeSent): void {
    setCode(next);
    keep({ typed, country, code: next });
  }

  /** What it is at this very moment: somebody may have changed it since this was drawn. */
  function present(): string | undefined {
    const state = current();
    return (state.at === 'ready' ? addressIn(state.view.account, channel) : now) ?? undefined;
  }

  /** @throws Problem when the proven address could not be put in place */
  async function commit({ recordId, value }: AddressCodeSent): Promise<void> {
    let failed: Problem | undefined;
    const explain = (problem: Problem) => {
      failed = problem;
    };
    // From here on its record is verified: it lives in memory alone.
    keep({ typed, country });
    if (demand === undefined) {
      const known = await demandOf(change, action, explain);
      if (failed !== undefined) throw failed;
      if (known === undefined) return;
      setDemand(known);
    }
    let before = now;
    const outcome = await change.run(
      {
        action,
        send: (proof, ifMatch, signal) => {
          before = present();
          const body = { newIdentifierVerificationRecordId: recordId };
          return channel === 'email'
            ? client.changePrimaryEmail({ body: { ...body, email: value }, proof, ifMatch, signal })
            : client.changePrimaryPhone({ body: { ...body, phone: value }, proof, ifMatch, signal });
        },
        arrived: read => isSameAddress(addressIn(read, channel), value),
        over: { theirs: read => shown(addressIn(read, channel)), mine: shown(value) ?? null },
      },
      explain,
    );
    if (failed !== undefined) throw failed;
    if (outcome !== 'done' && outcome !== 'theirs') return;
    drop();
    setTyped('');
    if (outcome === 'done') {
      setOld(before);
      setMade(value);
    }
    go(outcome === 'done' ? 'changed' : 'ask');
  }

  const shown = (value: string | null | undefined) => (channel === 'phone' && value ? `+${value}` : value);

  function taken(problem: Problem, { value }: AddressCodeSent): boolean {
    const isTaken = problem.code === `user.${channel}_already_in_use`;
    if (!isTaken && problem.code !== 'user.invalid_phone') return false;
    setRefused(isTaken ? text(`address.taken_${channel}`, { value: plain(shown(value) ?? '', 256) }) : problem.message);
    setCode(undefined);
    go('ask');
    return true;
  }

  if (step === 'code' && code !== undefined) {
    return (
      <AddressCode
        channel={channel}
        old={now}
        turn={turn}
        field={field}
        change={change}
        first={code}
        onSent={sent}
        onProven={commit}
        onProblem={taken}
        onChangeIt={() => go('ask')}
      />
    );
  }
  if (step === 'changed') {
    const signedOut = demand?.endsOtherSessions === true;
    const current = isSameAddress(now, made) ? now : made;
    return (
      <AddressChanged channel={channel} now={current} old={old} turn={turn} signedOut={signedOut} onDone={onDone} />
    );
  }
  if (step === 'remove' || step === 'removed') {
    return (
      <RemoveAddress
        channel={channel}
        signsIn={signsInWith(view, channel)}
        old={old ?? now ?? ''}
        turn={turn}
        change={change}
        removed={step === 'removed'}
        onRemoved={() => {
          setOld(now);
          go('removed');
        }}
        onKeep={() => go('ask')}
        onDone={onDone}
      />
    );
  }
  return (
    <AddressQuestion
      channel={channel}
      signsIn={signsInWith(view, channel)}
      now={now}
      turn={turn}
      field={field}
      change={change}
      typed={typed}
      onType={value => {
        setTyped(value);
        setRefused(undefined);
      }}
      country={{ code: country, choose: setCountry }}
      refused={refused}
      interrupted={interrupted}
      waiting={code}
      onSent={(next, found) => {
        setDemand(found);
        setRefused(undefined);
        sent(next);
        go('code');
      }}
      onRemove={now === undefined ? undefined : () => go('remove')}
      isOnlyWayIn={isOnlyWayIn(view)}
    />
  );
}
