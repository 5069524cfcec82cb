import { Task } from '../frame.tsx';
import { useWords } from '../kit/index.ts';

/** Links and unlinks accounts at other providers. */
export function SocialLinks() {
  const { text } = useWords();
  return <Task task={text('account.task')} heading={text('account.task')} />;
}
