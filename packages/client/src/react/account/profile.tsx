import { Task } from '../frame.tsx';
import { useWords } from '../kit/index.ts';

/** Picture, name and profile. */
export function Profile() {
  const { text } = useWords();
  return <Task task={text('account.task')} heading={text('account.task')} />;
}
