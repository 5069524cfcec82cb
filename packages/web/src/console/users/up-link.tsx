import { useWords } from '@freehold/client/react/kit';
import { ConsoleLink } from '../parts/console-link.tsx';

/** Back to the list of users. */
export function UpLink() {
  const { text } = useWords();
  return (
    <p className="fh-up">
      <span aria-hidden="true">‹ </span>
      <ConsoleLink to="users">{text('console.user_all')}</ConsoleLink>
    </p>
  );
}
