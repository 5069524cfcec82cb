import { Task } from '../frame.tsx';
import { useWords } from '../kit/index.ts';

/** Changes the password, or sets a first one. */
export function ChangePassword() {
  const { text } = useWords();
  return <Task task={text('account.task')} heading={text('account.task')} />;
}
