import { Field } from '@freehold/client/react/kit';
import type { SignInExperience } from '@freehold/contract';
import { Textarea } from '@mantine/core';
import { createContext, type ReactNode, use, useState } from 'react';
import { Tick } from '../parts/tick.tsx';
import type { Member } from './settings.ts';

/** The settings as they stand on the page, for the fields below. */
export type Scope = {
  readonly settings: SignInExperience;
  readonly set: <M extends Member>(member: M, value: SignInExperience[M]) => void;
  /** What is wrong, by path; a path below a field's belongs to the field. */
  readonly problems: Readonly<Record<string, string>>;
  /** Counts how often everything was thrown away or saved: what a field has typed on its own then goes too. */
  readonly turn: number;
};

const ScopeContext = createContext<Scope | undefined>(undefined);

export const SettingsScope = ScopeContext.Provider;

/** The settings, and how to change them. */
export function useSettings(): Scope {
  const scope = use(ScopeContext);
  if (scope === undefined) throw new Error('Mount it below SettingsScope');
  return scope;
}

/** What is wrong at a path, or below it. */
export function useProblem(path: string): string | undefined {
  const { problems } = useSettings();
  return Object.entries(problems).find(([at]) => at === path || at.startsWith(`${path}.`))?.[1];
}

type Common = {
  readonly path: string;
  readonly label: ReactNode;
  readonly description?: ReactNode;
};

type TextProps = Common & {
  readonly value: string;
  readonly placeholder?: string;
  readonly kind?: 'url' | 'email';
  readonly onChange: (value: string) => void;
};

/** One line of text. */
export function TextSetting({ path, kind, onChange, ...field }: TextProps) {
  const problem = useProblem(path);
  return (
    <Field
      {...field}
      {...(kind && { type: kind, inputMode: kind, dir: 'ltr' })}
      onChange={event => onChange(event.currentTarget.value)}
      problem={problem}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}

type NumberProps = Common & { readonly value: number; readonly onChange: (value: number) => void };

/** A whole number. What is none is kept as typed and told at the field. */
export function NumberSetting(props: NumberProps) {
  const { turn } = useSettings();
  return <NumberField key={turn} {...props} />;
}

function NumberField({ path, value, onChange, ...field }: NumberProps) {
  const problem = useProblem(path);
  const [typed, setTyped] = useState(Number.isNaN(value) ? '' : String(value));
  return (
    <Field
      {...field}
      className="fh-number"
      value={typed}
      inputMode="numeric"
      dir="ltr"
      onChange={event => {
        const text = event.currentTarget.value.normalize('NFKC').trim();
        setTyped(text);
        onChange(/^\d+$/.test(text) ? Number(text) : Number.NaN);
      }}
      problem={problem}
      autoComplete="off"
    />
  );
}

type ListProps = Common & { readonly value: readonly string[]; readonly onChange: (value: string[]) => void };

/** Several texts, one on each line. */
export function ListSetting(props: ListProps) {
  const { turn } = useSettings();
  return <ListField key={turn} {...props} />;
}

function ListField({ path, value, onChange, ...field }: ListProps) {
  const problem = useProblem(path);
  const [typed, setTyped] = useState(value.join('\n'));
  return (
    <Textarea
      {...field}
      size="md"
      rows={4}
      value={typed}
      error={problem}
      spellCheck={false}
      onChange={event => {
        setTyped(event.currentTarget.value);
        const lines = event.currentTarget.value.split('\n').map(line => line.trim());
        onChange(lines.filter(line => line !== ''));
      }}
    />
  );
}

type TickProps = Common & { readonly value: boolean; readonly onChange: (value: boolean) => void };

/** On or off. */
export function TickSetting({ path, value, ...tick }: TickProps) {
  const problem = useProblem(path);
  return <Tick {...tick} checked={value} problem={problem} />;
}
