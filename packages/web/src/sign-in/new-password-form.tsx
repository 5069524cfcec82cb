import {
  isSignInOver,
  NewPasswordField,
  type Problem,
  StepForm,
  SubmitButton,
  useAnnounce,
  useNewPassword,
  useTask,
} from '@freehold/client/react/kit';
import type { ReactNode } from 'react';
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
  const entry = useNewPassword(boot.signIn.passwordPolicy);
  const { busy, slow, run } = useTask();
  const announce = useAnnounce();

  function explain(found: Problem): void {
    if (isSignInOver(found)) endHere();
    else if (onProblem?.(found) === true) entry.say();
    else entry.explain(found);
  }

  function submit(): void {
    if (busy || !entry.isFit()) return;
    announce(busyLabel);
    void run(() => onPassword(entry.password), explain);
  }

  return (
    <StepForm problem={entry.problem.form} onSubmit={submit}>
      {children}
      <NewPasswordField entry={entry} label={label} />
      <SubmitButton busy={busy} slow={slow} busyLabel={busyLabel}>
        {action}
      </SubmitButton>
    </StepForm>
  );
}
