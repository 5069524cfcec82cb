import { Task } from '../frame.tsx';
import { useWords } from '../kit/index.ts';

/** Who I am, what needs attention, and where everything is. */
export function Overview() {
  const { text } = useWords();
  return <Task task={text('account.task')} heading={text('account.task')} />;
}
