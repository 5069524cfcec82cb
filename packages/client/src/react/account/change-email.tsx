import { Task } from '../frame.tsx';
import { useWords } from '../kit/index.ts';

/** Changes or removes the email address. */
export function ChangeEmail() {
  const { text } = useWords();
  return <Task task={text('account.task')} heading={text('account.task')} />;
}
