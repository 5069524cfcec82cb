import { plain, useWords } from '@freehold/client/react/kit';
import { PageLink } from '../ui/page-link.tsx';
import type { Identifier } from './experience.ts';

/** An identifier as people read it: a phone number with its plus sign. */
export function shownIdentifier({ type, value }: Identifier): string {
  return plain(type === 'phone' ? `+${value}` : value, 256);
}

/** The same inside a sentence: always from left to right, whatever the language around it. */
export function IdentifierText({ of }: { readonly of: Identifier }) {
  return <bdi dir={of.type === 'username' ? undefined : 'ltr'}>{shownIdentifier(of)}</bdi>;
}

/** Who the step is about, and the way back to say somebody else where there is one. */
export function Who({ who, changeAt }: { readonly who: Identifier; readonly changeAt?: string | undefined }) {
  const { text } = useWords();
  return (
    <div className="fh-who">
      <div>
        <span className="fh-muted fh-small">{text(`identifier.${who.type}`)}</span>
        <span className="fh-who-name">
          <IdentifierText of={who} />
        </span>
      </div>
      {changeAt === undefined ? null : <PageLink to={changeAt}>{text('signin.change')}</PageLink>}
    </div>
  );
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
