import { useWords } from '../kit/index.ts';
import { PlaceLink, useNavigation } from '../navigation.tsx';
import { useSurroundings } from '../surroundings.ts';

/** The way back from a task; nothing where the task was mounted alone. */
export function BackToSecurity() {
  const { text } = useWords();
  const { wayBack } = useSurroundings();
  if (useNavigation() === undefined || wayBack !== undefined) return null;
  return (
    <p>
      <PlaceLink to="security">{text('closed.back')}</PlaceLink>
    </p>
  );
}
