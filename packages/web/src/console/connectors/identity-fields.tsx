import { Field, useWords } from '@freehold/client/react/kit';
import { useRef, useState } from 'react';
import { Group } from '../parts/group.tsx';
import { ConnectorLogo } from './connector-logo.tsx';
import type { Identity } from './identity.ts';

type Props = {
  readonly identity: Identity;
  readonly isNew: boolean;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (identity: Identity) => void;
};

/** What people see of a provider, and the key that its accounts are linked under. */
export function IdentityFields({ identity, isNew, problems, onChange }: Props) {
  const { text } = useWords();
  return (
    <Group legend={text('connectors.identity')}>
      <Field
        label={text('connectors.name')}
        description={text('connectors.name_hint')}
        value={identity.name}
        onChange={event => onChange({ ...identity, name: event.currentTarget.value })}
        problem={problems['name']}
        autoComplete="off"
      />
      <Field
        label={text('connectors.target')}
        description={text(isNew ? 'connectors.target_hint' : 'connectors.target_moves')}
        value={identity.target}
        onChange={event => onChange({ ...identity, target: event.currentTarget.value })}
        problem={problems['target']}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <LogoField
        label={text('connectors.logo')}
        name={identity.name}
        logo={identity.logo}
        onChange={logo => onChange({ ...identity, logo })}
      />
      <LogoField
        label={text('connectors.logo_dark')}
        name={identity.name}
        logo={identity.logoDark}
        onChange={logoDark => onChange({ ...identity, logoDark })}
      />
    </Group>
  );
}

type LogoProps = {
  readonly label: string;
  readonly name: string;
  readonly logo: string;
  readonly onChange: (logo: string) => void;
};

/** As much as the server keeps of a picture, written as text. */
const longest = 64 * 1024;

function LogoField({ label, name, logo, onChange }: LogoProps) {
  const { text } = useWords();
  const [tooLarge, setTooLarge] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  function read(file: File): void {
    const reader = new FileReader();
    reader.onload = () => {
      const picture = String(reader.result);
      setTooLarge(picture.length > longest);
      if (picture.length <= longest) onChange(picture);
    };
    reader.readAsDataURL(file);
  }

  return (
    <div className="fh-logo-field">
      {logo === '' ? null : <ConnectorLogo logo={logo} name={name} />}
      <label>
        <span>{label}</span>
        <input
          ref={input}
          type="file"
          accept="image/svg+xml,image/png,image/webp"
          aria-invalid={tooLarge || undefined}
          onChange={event => {
            const file = event.currentTarget.files?.[0];
            if (file !== undefined) read(file);
          }}
        />
      </label>
      {logo === '' ? null : (
        <button
          type="button"
          className="fh-link fh-small"
          onClick={() => {
            onChange('');
            if (input.current !== null) input.current.value = '';
          }}
        >
          {text('connectors.logo_remove')}
        </button>
      )}
      {tooLarge ? (
        <p className="fh-tick-problem fh-small" role="alert">
          {text('connectors.logo_too_large')}
        </p>
      ) : null}
    </div>
  );
}
