import { useWords } from '../kit/index.ts';
import { type Place, PlaceLink } from '../navigation.tsx';
import { BackIcon } from './icons.tsx';
import { sections, type Whereabouts } from './sections.ts';

type Props = { readonly where: Whereabouts; readonly place: Place };

/** One step up: from a task to its section, and on a phone, where the account is the menu, from a section to the account. */
export function UpLink({ where, place }: Props) {
  const { text } = useWords();
  if (where.at !== 'page' || place === '') return null;
  const isTask = where.page !== where.section;
  const to = isTask ? where.section : '';
  const section = sections.find(one => one.place === to);
  return (
    <p className={isTask ? 'fh-up' : 'fh-up fh-up-narrow'}>
      <PlaceLink to={to} className="fh-up-link">
        <BackIcon />
        <span>{text(section?.name ?? 'account.task')}</span>
      </PlaceLink>
    </p>
  );
}
