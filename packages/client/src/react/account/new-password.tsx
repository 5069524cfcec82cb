import type { Account, PagePasswordPolicy, ProofDemand, PublicSignInExperience } from '@freehold/contract';
import { useAccountView, useClient } from '../account-scope.tsx';
import { ChangeStatus } from '../change-status.tsx';
import {
  NewPasswordField,
  type Problem,
  StepForm,
  SubmitButton,
  UsernameForManagers,
  useNewPassword,
  useWords,
  type WordKey,
} from '../kit/index.ts';
import { ownIdentifier } from '../own-identifier.ts';
import { useChange } from '../use-change.ts';

type Props = {
  readonly kind: 'change' | 'create';
  readonly demand: ProofDemand | undefined;
  readonly onDone: () => void;
};

/** The form for a new password: every demand on it in sight, and before the press what else it will do. */
export function NewPassword({ kind, demand, onDone }: Props) {
  const { text } = useWords();
  const client = useClient();
  const { account, experience } = useAccountView();
  const entry = useNewPassword(policyOf(experience));
  const who = ownIdentifier(account);
  const change = useChange();
  const { busy, asking, slow, phase, run, reset } = change;

  function explain(found: Problem): void {
    // Reading the account back tells nothing of it, and trying again does: the password in force is refused as the new one.
    // A server that is busy says so before it has done anything.
    const isUnknown = found.code === 'network' || (found.status >= 500 && found.code !== 'server.busy');
    if (isUnknown) entry.say({ sentence: text('password.unknown'), requestId: found.requestId });
    else entry.explain(found);
  }

  async function submit(): Promise<void> {
    if (busy) return;
    reset();
    if (!entry.isFit()) return;
    const { password } = entry;
    const result = await run(
      {
        action: 'password.set',
        send: (proof, _ifMatch, signal) => client.changePassword({ body: { password }, proof, signal }),
        arrived: now => arrived(account, now, kind),
      },
      explain,
    );
    if (result === 'done') onDone();
  }

  const endsOthers = demand?.endsOtherSessions === true;
  const asksFirst = demand?.proofNeeded === true;
  return (
    <StepForm problem={entry.problem.form} onSubmit={() => void submit()}>
      {who === undefined ? null : <UsernameForManagers who={who} />}
      <NewPasswordField entry={entry} label={text('password.new')} readOnly={busy} />
      {endsOthers || asksFirst ? (
        <div className="fh-muted fh-small">
          {endsOthers ? <p>{text('password.ends_others')}</p> : null}
          {asksFirst ? <p>{text('password.confirms_first')}</p> : null}
        </div>
      ) : null}
      <ChangeStatus change={change} />
      <SubmitButton
        busy={busy}
        asking={asking}
        slow={slow && phase !== 'proving'}
        busyLabel={text(busyWords[phase] ?? 'change.saving')}
      >
        {text(`password.${kind}`)}
      </SubmitButton>
    </StepForm>
  );
}

const busyWords: Readonly<Record<string, WordKey>> = {
  proving: 'change.proving',
  checking: 'step.checking',
};

/** Whether an account shows that it got a password, or a new one: it does not show which. */
function arrived(before: Account, now: Account, kind: Props['kind']): boolean | undefined {
  if (kind === 'create') return now.hasPassword;
  return now.updatedAt !== undefined && now.updatedAt === before.updatedAt ? false : undefined;
}

/** The policy in the form in which pages explain and check it. */
function policyOf({ passwordPolicy }: PublicSignInExperience): PagePasswordPolicy {
  const { length, characterTypes, rejects } = passwordPolicy;
  return { minLength: length.min, maxLength: length.max, characterTypes: characterTypes.min, rejects };
}
