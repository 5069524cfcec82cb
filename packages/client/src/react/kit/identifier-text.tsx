import type { Identifier } from './identifier.ts';
import { plain } from './plain.ts';

/** An identifier as people read it: a phone number with its plus sign. */
export function shownIdentifier({ type, value }: Identifier): string {
  return plain(type === 'phone' ? `+${value}` : value, 256);
}

/** The same inside a sentence: always from left to right, whatever the language around it. */
export function IdentifierText({ of }: { readonly of: Identifier }) {
  return <bdi dir={of.type === 'username' ? undefined : 'ltr'}>{shownIdentifier(of)}</bdi>;
}

/** Tells password managers whose password stands beside it. */
export function UsernameForManagers({ who }: { readonly who: Identifier }) {
  return (
    <input
      className="fh-visually-hidden"
      name="username"
      autoComplete="username"
      value={shownIdentifier(who)}
      readOnly
      tabIndex={-1}
      aria-hidden="true"
    />
  );
}
