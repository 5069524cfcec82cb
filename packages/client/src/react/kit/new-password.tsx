import type { PagePasswordPolicy } from '@freehold/contract';
import { useState } from 'react';
import { PasswordField } from './fields.tsx';
import { brokenRules, type Rule, refusedRules } from './password-policy.ts';
import { PasswordRules } from './password-rules.tsx';
import type { Problem } from './problem.ts';
import { problemSentence } from './problem-words.ts';
import { stepProblem } from './step-words.ts';
import { type FieldProblem, useFieldProblem } from './use-field-problem.ts';
import { useWords } from './words.tsx';

/** A new password on its way: what was typed, and what is wrong with it. */
export interface NewPasswordEntry extends Omit<FieldProblem, 'refuse'> {
  readonly policy: PagePasswordPolicy;
  readonly password: string;
  /** What the server has just refused this very password for. */
  readonly refused: readonly Rule[];
  readonly type: (password: string) => void;
  /** Whether it can be sent, as far as a page knows; else says everything that is wrong with it at once. */
  readonly isFit: () => boolean;
  /** Puts a refusal of the server into words. */
  readonly explain: (found: Problem) => void;
}

/** Judges a new password while it is typed and when it is refused, and says what it needs. */
export function useNewPassword(policy: PagePasswordPolicy): NewPasswordEntry {
  const words = useWords();
  const { text } = words;
  const [password, setPassword] = useState('');
  const [refused, setRefused] = useState<readonly Rule[]>([]);
  const { field, problem, refuse, say } = useFieldProblem();

  function refuseFor(rules: readonly Rule[], sentence: string): void {
    setRefused(rules);
    refuse(sentence);
  }

  function sentencesOf(rules: readonly Rule[]): string {
    const values = { min: policy.minLength, max: policy.maxLength, types: policy.characterTypes };
    return rules.map(rule => text(`password.refused.${rule}`, values)).join('\n');
  }

  return {
    policy,
    password,
    refused,
    field,
    problem,
    say,
    type(typed) {
      setPassword(typed);
      setRefused([]);
      if (problem.field !== undefined) say();
    },
    isFit() {
      const broken = brokenRules(password, policy);
      if (broken.length > 0) {
        refuseFor([], password === '' ? text('password.missing') : sentencesOf(broken));
        return false;
      }
      say();
      setRefused([]);
      return true;
    },
    explain(found) {
      if (found.code === 'password.rejected') {
        const rules = refusedRules(found.data);
        refuseFor(rules, rules.length === 0 ? problemSentence(found, words) : sentencesOf(rules));
      } else if (found.code === 'user.same_password') refuseFor([], problemSentence(found, words));
      else say(stepProblem(found, words));
    },
  };
}

type Props = { readonly entry: NewPasswordEntry; readonly label: string; readonly readOnly?: boolean };

/** The field for a new password, with every demand on it in sight. */
export function NewPasswordField({ entry, label, readOnly = false }: Props) {
  const { field, password, type, problem, policy, refused } = entry;
  return (
    <>
      <PasswordField
        ref={field}
        name="new-password"
        label={label}
        value={password}
        onChange={event => type(event.currentTarget.value)}
        problem={problem.field}
        autoComplete="new-password"
        readOnly={readOnly}
        required
      />
      <PasswordRules password={password} policy={policy} refused={refused} />
    </>
  );
}
