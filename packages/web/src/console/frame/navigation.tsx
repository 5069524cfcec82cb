import { useWords } from '@freehold/client/react/kit';
import { usePath } from '../../ui/route.ts';
import { ConsoleLink } from '../parts/console-link.tsx';
import { sectionAt, sections } from '../routes.tsx';

/** The pages of the console. */
export function Navigation({ onOpen }: { readonly onOpen: () => void }) {
  const { text } = useWords();
  const here = sectionAt(usePath());
  return (
    <nav className="fh-console-nav" aria-label={text('console.task')}>
      <ul>
        {sections.map(section => (
          <li key={section.path}>
            <ConsoleLink to={section.path} className="fh-nav-link" current={section === here} onOpen={onOpen}>
              {text(section.name)}
            </ConsoleLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
