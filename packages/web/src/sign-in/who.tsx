import { IdentifierText, useWords } from '@freehold/client/react/kit';
import { PageLink } from '../ui/page-link.tsx';
import type { Identifier } from './experience.ts';

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
