import { Button } from '@mantine/core';
import { useWords } from '../kit/index.ts';
import { useNavigation } from '../navigation.tsx';
import { useSurroundings } from '../surroundings.ts';

/** Leaves a finished task: to whoever mounted it, else to where the person came from. */
export function DoneButton({ onDone }: { readonly onDone: (() => void) | undefined }) {
  const { text } = useWords();
  const navigation = useNavigation();
  const { wayBack } = useSurroundings();
  const leave = onDone ?? (navigation && (() => navigation.go('security')));
  // Whoever was sent here for this goes back to where they came from; the page around says so.
  if (leave === undefined || wayBack !== undefined) return null;
  return (
    <div>
      <Button onClick={leave}>{text('address.done')}</Button>
    </div>
  );
}
