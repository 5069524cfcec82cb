import type { PagePasswordPolicy } from '@freehold/contract';
import { CheckIcon, CrossIcon, DotIcon } from './icons.tsx';
import { brokenRules, type Rule } from './password-policy.ts';
import { useWords } from './words.tsx';

type Props = {
  readonly password: string;
  readonly policy: PagePasswordPolicy;
  /** What the server has just refused this very password for. */
  readonly refused: readonly Rule[];
};

type State = 'met' | 'open' | 'refused';

const icons = { met: CheckIcon, open: DotIcon, refused: CrossIcon } as const;

/** Every demand on a new password, at once, each with its state in a mark and in words. */
export function PasswordRules({ password, policy, refused }: Props) {
  const { text } = useWords();
  const broken = brokenRules(password, policy);
  const typed = (rule: Rule): State => {
    if (refused.includes(rule)) return 'refused';
    return password !== '' && !broken.includes(rule) ? 'met' : 'open';
  };
  // What only the server can judge stays open: a tick would promise what the page does not know.
  const judgedLater = (rule: Rule): State => (refused.includes(rule) ? 'refused' : 'open');
  const tooLong = refused.includes('too_long') || broken.includes('too_long');
  const rules: readonly { rule: Rule; state: State; shown: boolean }[] = [
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
    <ul className="fh-rules" aria-label={text('password.rules')}>
      {rules
        .filter(({ shown }) => shown)
        .map(({ rule, state }) => {
          const Icon = icons[state];
          return (
            <li key={rule} className={`fh-rule fh-rule-${state}`}>
              <Icon />
              <span>
                {text(`password.rule.${rule}`, values)}
                {state === 'open' ? null : (
                  <span className="fh-visually-hidden"> {text(`password.state.${state}`)}</span>
                )}
              </span>
            </li>
          );
        })}
    </ul>
  );
}
