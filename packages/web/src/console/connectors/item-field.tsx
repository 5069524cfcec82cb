import { Field, useWords } from '@freehold/client/react/kit';
import { SECRET_MASK } from '@freehold/contract';
import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { Choose } from '../parts/choose.tsx';
import { Group } from '../parts/group.tsx';
import { Tick } from '../parts/tick.tsx';
import { asJson, type Entry, exampleOf, type FormItem, isSecret } from './form-draft.ts';
import { type FormWords, itemWords, type Said } from './form-words.ts';
import { SecretField } from './secret-field.tsx';
import { WithCode } from './with-code.tsx';

type Props = {
  readonly item: FormItem;
  readonly words: FormWords;
  readonly entry: Entry;
  /** What the form began with: whether a secret is saved. */
  readonly begun: Entry | undefined;
  /** What is wrong with it, or with the member of that name. */
  readonly problem: { readonly member?: string | undefined; readonly sentence: ReactNode } | undefined;
  readonly onChange: (entry: Entry) => void;
};

/** One field of a connector's form. */
export function ItemField({ item, words, entry, begun, problem, onChange }: Props) {
  const { text } = useWords();
  const { type, required = false } = item;
  const { help, placeholder, choices, ...own } = itemWords(words, item);
  const label = <Spoken {...own.label} />;
  const description = help === undefined ? undefined : <Spoken {...help} />;
  const sentence = problem?.sentence;

  if (typeof entry === 'boolean') {
    return <Tick label={label} description={description} checked={entry} onChange={onChange} />;
  }
  if (typeof entry === 'object' && 'members' in entry) {
    return (
      <Group legend={label}>
        {Object.entries(entry.members).map(([name, value]) => (
          <MemberField
            key={name}
            item={item}
            name={name}
            value={value}
            isSaved={membersOf(begun)?.[name] === SECRET_MASK}
            problem={problem?.member === undefined || problem.member === name ? sentence : undefined}
            onChange={next => onChange({ members: { ...entry.members, [name]: next } })}
          />
        ))}
        <div>
          <button type="button" className="fh-link fh-small" onClick={() => onChange(asJson(entry))}>
            {text('connectors.edit_json')}
          </button>
        </div>
      </Group>
    );
  }
  if (typeof entry === 'object') {
    return (
      <Group legend={label} lead={description}>
        <div>
          {choices.map(({ value, ...title }) => (
            <Tick
              key={value}
              label={<Spoken {...title} />}
              checked={entry.includes(value)}
              onChange={on => onChange(on ? [...entry, value] : entry.filter(one => one !== value))}
            />
          ))}
        </div>
      </Group>
    );
  }
  if (type === 'Select') {
    const none = required || entry !== '' ? [] : [{ value: '', label: text('connectors.not_set') }];
    const options = [...none, ...choices.map(choice => ({ ...choice, label: choice.text }))];
    return <Choose label={label} description={description} value={entry} options={options} onChange={onChange} />;
  }
  const shared = {
    label,
    description,
    placeholder,
    value: entry,
    required,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onChange(event.currentTarget.value),
    autoComplete: 'off',
    autoCapitalize: 'none',
    spellCheck: false,
  };
  if (isSecret(item)) {
    return (
      <SecretField
        {...shared}
        isSaved={begun === SECRET_MASK}
        lines={type === 'MultilineText'}
        problem={sentence}
        onChange={onChange}
      />
    );
  }
  if (type !== 'MultilineText' && type !== 'Json') {
    const number = type === 'Number' ? ({ inputMode: 'numeric' } as const) : {};
    return <Field {...shared} {...number} dir={type === 'Number' ? 'ltr' : undefined} problem={sentence} />;
  }
  const example = exampleOf(item);
  return (
    <div>
      <Textarea
        {...shared}
        size="md"
        error={sentence}
        rows={Math.min(12, Math.max(3, entry.split('\n').length))}
        dir="ltr"
        className="fh-mono"
      />
      {example === undefined || entry !== '' ? null : (
        <button type="button" className="fh-link fh-small fh-below" onClick={() => onChange(example)}>
          {text('connectors.insert_example')}
        </button>
      )}
    </div>
  );
}

function Spoken({ text, lang }: Said) {
  return (
    <span lang={lang}>
      <WithCode>{text}</WithCode>
    </span>
  );
}

const membersOf = (entry: Entry | undefined) =>
  typeof entry === 'object' && 'members' in entry ? entry.members : undefined;

type MemberProps = {
  readonly item: FormItem;
  readonly name: string;
  readonly value: string;
  readonly isSaved: boolean;
  readonly problem: ReactNode;
  readonly onChange: (value: string) => void;
};

function MemberField({ item, name, value, isSaved, problem, onChange }: MemberProps) {
  const { text } = useWords();
  const label =
    name === 'user' ? (
      text('connectors.member_user')
    ) : name === 'pass' ? (
      text('password.label')
    ) : (
      <span lang="en">{name}</span>
    );
  if (isSecret(item, name) || value === SECRET_MASK) {
    return (
      <SecretField
        label={label}
        value={value}
        isSaved={isSaved}
        required={false}
        problem={problem}
        onChange={onChange}
      />
    );
  }
  return (
    <Field
      label={label}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      problem={problem}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}
