import { Heading } from '../frame.tsx';
import { useWords } from '../kit/index.ts';
import type { Place } from '../navigation.tsx';
import { CenterMain } from './center-main.tsx';

/** The shape of the page until the account is here: shown when that takes longer than a moment, in the height of what comes. */
export function Loading({ place }: { readonly place: Place }) {
  const { text } = useWords();
  const panels = place === '' ? ['person', 'tile', 'tile'] : place === 'profile' ? ['picture', 'form'] : ['rows'];
  return (
    <div className="fh-center-body">
      <CenterMain busy>
        <div className="fh-visually-hidden">
          <Heading>{text('account.loading')}</Heading>
        </div>
        <div className="fh-skeleton fh-skeleton-title" />
        {panels.map((kind, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never change places
          <div key={at} className={`fh-skeleton fh-skeleton-${kind}`} />
        ))}
      </CenterMain>
    </div>
  );
}
