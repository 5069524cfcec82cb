import { Task } from '../frame.tsx';
import { useWords } from '../kit/index.ts';

/** Changes the username. */
export function ChangeUsername() {
  const { text } = useWords();
  return <Task task={text('account.task')} heading={text('account.task')} />;
}
