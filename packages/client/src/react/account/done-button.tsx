import { Button } from '@mantine/core';
import { useWords } from '../kit/index.ts';
import { useNavigation } from '../navigation.tsx';

/** Leaves a finished task: to whoever mounted it, else to where the person came from. */
export function DoneButton({ onDone }: { readonly onDone: (() => void) | undefined }) {
  const { text } = useWords();
  const navigation = useNavigation();
  const leave = onDone ?? (navigation && (() => navigation.go('security')));
  if (leave === undefined) return null;
  return (
    <div>
      <Button onClick={leave}>{text('address.done')}</Button>
    </div>
  );
}
