import { Task } from '../frame.tsx';
import { useWords } from '../kit/index.ts';

/** Changes or removes the phone number. */
export function ChangePhone() {
  const { text } = useWords();
  return <Task task={text('account.task')} heading={text('account.task')} />;
}
