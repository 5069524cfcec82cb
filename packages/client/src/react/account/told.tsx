import type { Account, ProofDemand } from '@freehold/contract';
import { plain, useWords } from '../kit/index.ts';

type Props = {
  readonly account: Account;
  /** What was asked for before the change: by which channels messages can leave at all. */
  readonly demand: ProofDemand | undefined;
};

/**
 * Who hears of a change that has been made. Says nothing where that is not known: an address that the person may not see, or
 * a service that cannot send messages.
 */
export function Told({ account: { primaryEmail, primaryPhone }, demand }: Props) {
  const { text, rich } = useWords();
  if (primaryEmail === null && primaryPhone === null) return <p>{text('told.nobody')}</p>;
  const channel = primaryEmail ? 'email' : primaryEmail === null && primaryPhone ? 'phone' : undefined;
  if (channel === undefined || !demand?.methods.some(({ method }) => method === channel)) return null;
  const address = channel === 'email' ? plain(primaryEmail ?? '', 256) : `+${plain(primaryPhone ?? '')}`;
  return <p>{rich(`told.${channel}`, { address: <bdi dir="ltr">{address}</bdi> })}</p>;
}
