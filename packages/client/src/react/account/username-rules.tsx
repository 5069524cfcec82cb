import { RuleList, useWords } from '../kit/index.ts';
import { brokenUsernameRules, type UsernamePolicy } from './username-policy.ts';

/** Every demand on a new username, at once. */
export function UsernameRules({ username, policy }: { readonly username: string; readonly policy: UsernamePolicy }) {
  const { text, locale } = useWords();
  const broken = brokenUsernameRules(username, policy);
  const { lowercase, uppercase, numbers, underscore } = policy.allowedChars;
  const kinds = [
    lowercase && text('username.kind.lowercase'),
    uppercase && text('username.kind.uppercase'),
    numbers && text('username.kind.numbers'),
    underscore && text('username.kind.underscore'),
  ].filter(kind => kind !== false);
  const list = new Intl.ListFormat(locale).format(kinds);
  const values = { min: policy.minLength, max: policy.maxLength, kinds: list };
  const rules = [
    { rule: 'length', shown: true },
    { rule: 'characters', shown: true },
    { rule: 'start', shown: numbers },
  ] as const;
  return (
    <RuleList
      label={text('username.rules')}
      rules={rules
        .filter(({ shown }) => shown)
        .map(({ rule }) => ({
          rule,
          // A list that is red before anything was typed would scold whoever has only come to look.
          state: username !== '' && !broken.includes(rule) ? ('met' as const) : ('open' as const),
          words: text(`username.rule.${rule}`, values),
        }))}
    />
  );
}
