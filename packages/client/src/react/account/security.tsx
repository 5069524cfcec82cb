import { Task } from '../frame.tsx';
import { useWords } from '../kit/index.ts';

/** How one signs in: identifiers, password, linked accounts. */
export function Security() {
  const { text } = useWords();
  return <Task task={text('account.task')} heading={text('account.task')} />;
}
