import type { Account, PagePasswordPolicy, ProofDemand, PublicSignInExperience } from '@freehold/contract';
import { useRef, useState } from 'react';
import { useAccountView, useClient } from '../account-scope.tsx';
import { ChangeStatus } from '../change-status.tsx';
import {
  brokenRules,
  type FormProblem,
  PasswordField,
  PasswordRules,
  type Problem,
  problemSentence,
  type Rule,
  refusedRules,
  StepForm,
  SubmitButton,
  stepProblem,
  UsernameForManagers,
  useAnnounce,
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
  const words = useWords();
  const { text } = words;
  const client = useClient();
  const { account, experience } = useAccountView();
  const policy = policyOf(experience);
  const who = ownIdentifier(account);
  const [password, setPassword] = useState('');
  const [refused, setRefused] = useState<readonly Rule[]>([]);
  const [problem, setProblem] = useState<{ readonly field?: string; readonly form?: FormProblem }>({});
  const field = useRef<HTMLInputElement>(null);
  const change = useChange();
  const { busy, slow, phase, run, reset } = change;
  const announce = useAnnounce();

  function refuse(rules: readonly Rule[], sentence: string): void {
    setRefused(rules);
    setProblem({ field: sentence });
    field.current?.focus();
    announce(sentence);
  }

  function explain(found: Problem): void {
    if (found.code === 'password.rejected') {
      const rules = refusedRules(found.data);
      refuse(rules, rules.length === 0 ? problemSentence(found, words) : ruleSentences(rules));
    } else if (found.code === 'user.same_password') refuse([], problemSentence(found, words));
    // Reading the account back tells nothing of it, and trying again does: the password in force is refused as the new one.
    else if (found.code === 'network') setProblem({ form: { sentence: text('password.unknown') } });
    else setProblem({ form: stepProblem(found, words) });
  }

  async function submit(): Promise<void> {
    if (busy) return;
    const broken = brokenRules(password, policy);
    reset();
    if (broken.length > 0) {
      refuse([], password === '' ? text('password.missing') : ruleSentences(broken));
      return;
    }
    setProblem({});
    setRefused([]);
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

  function ruleSentences(rules: readonly Rule[]): string {
    const values = { min: policy.minLength, max: policy.maxLength, types: policy.characterTypes };
    return rules.map(rule => text(`password.refused.${rule}`, values)).join('\n');
  }

  const endsOthers = demand?.endsOtherSessions === true;
  const asksFirst = demand?.proofNeeded === true;
  return (
    <StepForm problem={problem.form} onSubmit={() => void submit()}>
      {who === undefined ? null : <UsernameForManagers who={who} />}
      <PasswordField
        ref={field}
        name="new-password"
        label={text('password.new')}
        value={password}
        onChange={event => {
          setPassword(event.currentTarget.value);
          setRefused([]);
        }}
        problem={problem.field}
        autoComplete="new-password"
        readOnly={busy}
        required
      />
      <PasswordRules password={password} policy={policy} refused={refused} />
      {endsOthers || asksFirst ? (
        <div className="fh-muted fh-small">
          {endsOthers ? <p>{text('password.ends_others')}</p> : null}
          {asksFirst ? <p>{text('closed.confirms_first')}</p> : null}
        </div>
      ) : null}
      <ChangeStatus change={change} />
      <SubmitButton
        busy={busy}
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
