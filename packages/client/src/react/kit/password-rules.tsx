import type { PagePasswordPolicy } from '@freehold/contract';
import { brokenRules, type Rule } from './password-policy.ts';
import { RuleList, type RuleState } from './rule-list.tsx';
import { useWords } from './words.tsx';

type Props = {
  readonly password: string;
  readonly policy: PagePasswordPolicy;
  /** What the server has just refused this very password for. */
  readonly refused: readonly Rule[];
};

/** Every demand on a new password, at once, each with its state in a mark and in words. */
export function PasswordRules({ password, policy, refused }: Props) {
  const { text } = useWords();
  const broken = brokenRules(password, policy);
  const typed = (rule: Rule): RuleState => {
    if (refused.includes(rule)) return 'refused';
    return password !== '' && !broken.includes(rule) ? 'met' : 'open';
  };
  // What only the server can judge stays open: a tick would promise what the page does not know.
  const judgedLater = (rule: Rule): RuleState => (refused.includes(rule) ? 'refused' : 'open');
  const tooLong = refused.includes('too_long') || broken.includes('too_long');
  const rules: readonly { rule: Rule; state: RuleState; shown: boolean }[] = [
    { rule: 'length', state: typed('length'), shown: true },
    { rule: 'too_long', state: 'refused', shown: tooLong },
    { rule: 'character_types', state: typed('character_types'), shown: policy.characterTypes > 1 },
    { rule: 'pwned', state: judgedLater('pwned'), shown: policy.rejects.pwned },
    { rule: 'pattern', state: judgedLater('pattern'), shown: policy.rejects.repetitionAndSequence },
    { rule: 'user_info', state: judgedLater('user_info'), shown: policy.rejects.userInfo },
    { rule: 'words', state: 'refused', shown: refused.includes('words') },
    { rule: 'unsupported', state: 'refused', shown: refused.includes('unsupported') },
  ];
  const values = { min: policy.minLength, max: policy.maxLength, types: policy.characterTypes };
  return (
    <RuleList
      label={text('password.rules')}
      rules={rules
        .filter(({ shown }) => shown)
        .map(({ rule, state }) => ({ rule, state, words: text(`password.rule.${rule}`, values) }))}
    />
  );
}
