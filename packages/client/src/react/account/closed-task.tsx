import { useAccountView } from '../account-scope.tsx';
import { Notice, plain, useWords } from '../kit/index.ts';
import { PlaceLink, useNavigation } from '../navigation.tsx';
import { useSurroundings } from '../surroundings.ts';

/** In place of a task that the account does not have. */
export function TaskOff() {
  const { text } = useWords();
  return (
    <>
      <Notice tone="info">
        <p>{text('closed.off')}</p>
      </Notice>
      <BackToSecurity />
    </>
  );
}

/** Below what may be seen and not changed: that it is so, and whom to ask. */
export function ReadOnlyNote() {
  const { text, rich } = useWords();
  const { experience } = useAccountView();
  const email = experience.supportEmail;
  return (
    <p className="fh-muted fh-small">
      {text('closed.read_only')}{' '}
      {email === null || email === '' ? null : (
        <span>{rich('closed.questions', { email: <bdi dir="ltr">{plain(email, 256)}</bdi> })}</span>
      )}
    </p>
  );
}

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
