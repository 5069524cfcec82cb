import type { ReactNode } from 'react';
import type { AccountView } from '../account-store.ts';
import { useWords } from '../kit/index.ts';
import { type Place, PlaceLink } from '../navigation.tsx';
import { HomeIcon, PersonIcon, ShieldIcon } from './icons.tsx';
import { openSections } from './sections.ts';

/** What stands before the name of a section. */
export const sectionIcons: Readonly<Record<string, ReactNode>> = {
  '': <HomeIcon />,
  profile: <PersonIcon />,
  security: <ShieldIcon />,
};

type Props = { readonly view: AccountView; readonly current: Place | undefined };

/** The way around: a column beside the page, a row above it where there is less room, and nothing where the overview is the menu. */
export function SectionNavigation({ view, current }: Props) {
  const { text } = useWords();
  const entries = [{ place: '' as Place, name: 'account.overview' as const }, ...openSections(view)];
  return (
    <nav className="fh-sections" aria-label={text('account.sections')}>
      <ul>
        {entries.map(({ place, name }) => (
          <li key={place}>
            <PlaceLink to={place} className="fh-section-link" current={place === current}>
              {sectionIcons[place]}
              <span>{text(name)}</span>
            </PlaceLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
