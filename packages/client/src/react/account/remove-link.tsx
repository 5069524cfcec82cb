import { useId } from 'react';
import { useAnnounce } from '../kit/index.ts';

type Props = {
  readonly words: string;
  /** Why it cannot be removed: stands beside it, never a dead button without words. */
  readonly refused: string | undefined;
  readonly onPress: () => void;
};

/** The way to a removal, or why there is none. */
export function RemoveLink({ words, refused, onPress }: Props) {
  const id = useId();
  const announce = useAnnounce();
  return (
    <div className="fh-remove">
      <button
        type="button"
        className="fh-link fh-link-danger"
        aria-disabled={refused !== undefined || undefined}
        aria-describedby={refused === undefined ? undefined : id}
        onClick={refused === undefined ? onPress : () => announce(refused)}
      >
        {words}
      </button>
      {refused === undefined ? null : (
        <p id={id} className="fh-muted fh-small">
          {refused}
        </p>
      )}
    </div>
  );
}
