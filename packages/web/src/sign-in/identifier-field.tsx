import { Field, identifierLabel, useWords } from '@freehold/client/react/kit';
import type { PageIdentifier } from '@freehold/contract';
import type { ReactNode, Ref } from 'react';

type Props = {
  readonly ref: Ref<HTMLInputElement>;
  /** What may be typed here. */
  readonly accepts: readonly PageIdentifier[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: ReactNode | undefined;
  readonly problem?: string | undefined;
  /** Somebody new: browsers then fill in an address of theirs, not the name of an account. */
  readonly newcomer?: boolean;
};

/** The one field for a username, an email address or a phone number. */
export function IdentifierField({ ref, accepts, value, onChange, description, problem, newcomer = false }: Props) {
  const { text } = useWords();
  const only = accepts.length === 1 ? accepts[0] : undefined;
  const kind = only === 'email' ? 'email' : only === 'phone' ? 'tel' : undefined;
  return (
    <Field
      ref={ref}
      name={only === 'username' && newcomer ? 'username' : 'identifier'}
      label={text(identifierLabel(accepts))}
      description={description}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      problem={problem}
      autoComplete={newcomer && kind !== undefined ? kind : 'username'}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      inputMode={kind ?? 'text'}
      dir="auto"
      required
    />
  );
}
