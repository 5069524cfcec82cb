import { useWords } from '@freehold/client/react/kit';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import type { LockOutRisk } from './lock-out.ts';

type Props = { readonly verdict: LockOutRisk; readonly onSave: () => void; readonly onClose: () => void };

/** Asks once more before settings are saved with which nobody can sign in until something else is set up. */
export function LockOutDialog({ verdict, onSave, onClose }: Props) {
  const { text } = useWords();
  return (
    <ConfirmDialog
      title={text('experience.lock_out')}
      lead={text(`experience.lock_out_${verdict}`)}
      action={text('experience.save_anyway')}
      busyAction={text('console.saving')}
      busy={false}
      onConfirm={onSave}
      onClose={onClose}
    />
  );
}
