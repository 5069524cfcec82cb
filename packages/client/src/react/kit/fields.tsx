import { TextInput, type TextInputProps } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react';
import { AlertIcon, EyeIcon, EyeOffIcon } from './icons.tsx';
import { useWords } from './words.tsx';

type FieldProps = Omit<TextInputProps, 'error' | 'ref'> & {
  /** What is wrong with the value; shown under the field and read out with it. */
  readonly problem?: ReactNode | undefined;
  readonly ref?: Ref<HTMLInputElement>;
};

/** A text field with its label above and its error below. */
export function Field({ problem, ...props }: FieldProps) {
  return <TextInput {...props} error={asError(problem)} onKeyDown={keepComposing} />;
}

/** A password field. The show button is in the tab order and speaks the reader's language. */
export function PasswordField({ problem, ...props }: FieldProps) {
  const { text } = useWords();
  const [shown, setShown] = useState(false);
  const name = text(shown ? 'password.hide' : 'password.show');
  return (
    <TextInput
      {...props}
      type={shown ? 'text' : 'password'}
      error={asError(problem)}
      onKeyDown={keepComposing}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      rightSectionWidth="2.75rem"
      rightSectionPointerEvents="all"
      rightSection={
        <button
          type="button"
          className="fh-field-button"
          aria-label={name}
          title={name}
          onClick={() => setShown(!shown)}
        >
          {shown ? <EyeOffIcon /> : <EyeIcon />}
        </button>
      }
    />
  );
}

function asError(problem: ReactNode) {
  if (problem === undefined || problem === null || problem === '') return undefined;
  return <ErrorText>{problem}</ErrorText>;
}

/** What is wrong with a value: icon and words, never colour alone. */
export function ErrorText({ children }: { readonly children: ReactNode }) {
  return (
    <span className="fh-error-text">
      <AlertIcon />
      <span>{children}</span>
    </span>
  );
}

// Enter that ends the composition of a Chinese or Japanese word must not send the form. Safari reports it
// after the composition has ended, with the key code 229.
function keepComposing(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key === 'Enter' && (event.nativeEvent.isComposing || event.keyCode === 229)) event.preventDefault();
}
