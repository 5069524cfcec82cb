import { ChangeAddress } from './change-address.tsx';

/** Adds, changes or removes the email address. */
export function ChangeEmail({ onDone }: { readonly onDone?: () => void } = {}) {
  return <ChangeAddress channel="email" onDone={onDone} />;
}
