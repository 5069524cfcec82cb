import { useEffect, useRef } from 'react';
import { useAccount } from '../account-scope.tsx';
import { AlertIcon, useAnnounce, useOnline, useWords } from '../kit/index.ts';
import { momentOf } from './clock.ts';

type Props = {
  /** When what is shown was read. */
  readonly readAt?: number;
};

/** Says, as long as it is so, that there is no network; reads the account anew when it is back. */
export function OfflineBar({ readAt }: Props) {
  const { text, locale } = useWords();
  const { reload } = useAccount();
  const announce = useAnnounce();
  const online = useOnline();
  const before = useRef(online);
  useEffect(() => {
    if (before.current === online) return;
    before.current = online;
    if (online) void reload();
    else announce(text('state.offline'));
  }, [online, reload, announce, text]);
  if (online) return null;
  return (
    <div className="fh-offline">
      <AlertIcon />
      <p>
        {text('state.offline')}
        {readAt === undefined ? null : <> {text('account.read_at', { time: momentOf(readAt, locale) })}</>}
      </p>
    </div>
  );
}
