import {
  brokenRules,
  type FormProblem,
  isSignInOver,
  PasswordField,
  PasswordRules,
  type Problem,
  problemSentence,
  type Rule,
  refusedRules,
  StepForm,
  SubmitButton,
  stepProblem,
  useAnnounce,
  useTask,
  useWords,
} from '@freehold/client/react/kit';
import { type ReactNode, useRef, useState } from 'react';
import { boot } from '../ui/boot.ts';
import { endHere } from './ended.ts';

type Props = {
  readonly label: string;
  readonly action: string;
  readonly busyLabel: string;
  readonly onPassword: (password: string) => Promise<'leaving' | undefined>;
  /** Takes a problem of `onPassword`; false leaves it to the form. */
  readonly onProblem?: (problem: Problem) => boolean;
  /** Whose password it will be. */
  readonly children?: ReactNode;
};

/** Asks for a new password, with every demand on it in sight. */
export function NewPasswordForm({ label, action, busyLabel, onPassword, onProblem, children }: Props) {
  const words = useWords();
  const { text } = words;
  const policy = boot.signIn.passwordPolicy;
  const [password, setPassword] = useState('');
  const [refused, setRefused] = useState<readonly Rule[]>([]);
  const [problem, setProblem] = useState<{ readonly field?: string; readonly form?: FormProblem }>({});
  const field = useRef<HTMLInputElement>(null);
  const { busy, slow, run } = useTask();
  const announce = useAnnounce();

  function refuse(rules: readonly Rule[], sentence: string): void {
    setRefused(rules);
    setProblem({ field: sentence });
    field.current?.focus();
    announce(sentence);
  }

  function explain(found: Problem): void {
    if (isSignInOver(found)) endHere();
    else if (onProblem?.(found) === true) setProblem({});
    else if (found.code === 'password.rejected') {
      const rules = refusedRules(found.data);
      refuse(rules, rules.length === 0 ? problemSentence(found, words) : ruleSentences(rules));
    } else if (found.code === 'user.same_password') refuse([], problemSentence(found, words));
    else setProblem({ form: stepProblem(found, words) });
  }

  function submit(): void {
    if (busy) return;
    const broken = brokenRules(password, policy);
    if (broken.length > 0) {
      refuse([], password === '' ? text('password.missing') : ruleSentences(broken));
      return;
    }
    setProblem({});
    setRefused([]);
    announce(busyLabel);
    void run(() => onPassword(password), explain);
  }

  function ruleSentences(rules: readonly Rule[]): string {
    const values = { min: policy.minLength, max: policy.maxLength, types: policy.characterTypes };
    return rules.map(rule => text(`password.refused.${rule}`, values)).join('\n');
  }

  return (
    <StepForm problem={problem.form} onSubmit={submit}>
      {children}
      <PasswordField
        ref={field}
        name="new-password"
        label={label}
        value={password}
        onChange={event => {
          setPassword(event.currentTarget.value);
          setRefused([]);
        }}
        problem={problem.field}
        autoComplete="new-password"
        required
      />
      <PasswordRules password={password} policy={policy} refused={refused} />
      <SubmitButton busy={busy} slow={slow} busyLabel={busyLabel}>
        {action}
      </SubmitButton>
    </StepForm>
  );
}
