import { ChangeAddress } from './change-address.tsx';

/** Adds, changes or removes the phone number. */
export function ChangePhone({ onDone }: { readonly onDone?: () => void } = {}) {
  return <ChangeAddress channel="phone" onDone={onDone} />;
}
