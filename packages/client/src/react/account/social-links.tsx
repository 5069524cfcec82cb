import { useMemo, useState } from 'react';
import type { AccountView } from '../account-store.ts';
import { fieldState } from '../fields.ts';
import { Task } from '../frame.tsx';
import { useWords } from '../kit/index.ts';
import { type Navigation, PlaceLink, useNavigation } from '../navigation.tsx';
import { BackToSecurity } from './back-to-security.tsx';
import { CameOfIt } from './came-of-it.tsx';
import { FieldGate } from './field-gate.tsx';
import { LinkedRow } from './linked/linked-row.tsx';
import { LinkingNotice } from './linked/linking-notice.tsx';
import { type ProviderRow, providerRows } from './linked/providers.ts';
import { useLinking } from './linked/use-linking.ts';
import { ManagedNote } from './managed-note.tsx';
import { Told } from './told.tsx';
import { useDemand } from './use-demand.ts';

type Props = {
  /**
   * Address of a page of the application that shows this component too: providers send the browser back there, and every
   * provider has to know it as a redirect URI. It is the page itself where that has no query of its own; the component takes
   * the answer out of the address. Without it accounts can be unlinked but none linked, except on our own pages, which have
   * `/account/security/linked/callback`.
   */
  readonly callbackUri?: string;
};

/** Links and unlinks accounts at other providers: all of them, or the one whose place it is. */
export function SocialLinks({ callbackUri }: Props = {}) {
  const { text } = useWords();
  return (
    <FieldGate field="social" task={text('linked.task')} heading={text('linked.task')}>
      {view => <LinkedAccounts view={view} callbackUri={callbackUri} />}
    </FieldGate>
  );
}

type ListProps = { readonly view: AccountView; readonly callbackUri: string | undefined };

function LinkedAccounts({ view, callbackUri }: ListProps) {
  const { text, rich, locale } = useWords();
  const navigation = useNavigation();
  const callback = useMemo(() => callbackUri ?? callbackOf(navigation), [callbackUri, navigation]);
  const demand = useDemand('identity.unlink');
  const linked = useLinking(callback, () => navigation?.go('security/linked', { replace: true }));
  const [unlinked, setUnlinked] = useState<ProviderRow>();
  const { account, experience } = view;
  const rows = useMemo(() => providerRows(account, experience, locale), [account, experience, locale]);
  const state = fieldState(view, 'social');
  const task = text('linked.task');

  const only = targetOf(navigation);
  const shown = only === undefined ? rows : rows.filter(({ target }) => target === only);
  return (
    <Task task={task} heading={task} lead={text('linked.lead')}>
      <LinkingNotice linked={linked} rows={rows} demand={demand} />
      {unlinked === undefined ? null : (
        <CameOfIt key={unlinked.target} tone="ok">
          <p>{rich('linked.undone', { provider: unlinked.name })}</p>
          <Told account={account} demand={demand} />
        </CameOfIt>
      )}
      {shown.length === 0 ? (
        <p className="fh-muted">{text(only === undefined ? 'linked.none' : 'linked.unknown')}</p>
      ) : (
        <ul className="fh-linked-list">
          {shown.map(row => (
            <LinkedRow
              // What was open about an account is not open about the next one at the same provider.
              key={`${row.target} ${row.linked?.id ?? ''}`}
              row={row}
              editable={state === 'edit'}
              canLink={callback !== undefined}
              leavingFor={linked.leavingFor}
              onLink={() => {
                setUnlinked(undefined);
                linked.leave(row);
              }}
              onUnlinked={() => {
                linked.forget();
                setUnlinked(row);
              }}
            />
          ))}
        </ul>
      )}
      {state === 'readOnly' ? <ManagedNote /> : null}
      {only === undefined ? (
        <BackToSecurity />
      ) : (
        <p>
          <PlaceLink to="security/linked">{text('linked.all')}</PlaceLink>
        </p>
      )}
    </Task>
  );
}

/** Where providers answer to on pages of ours. */
function callbackOf(navigation: Navigation | undefined): string | undefined {
  const address = navigation?.href?.('security/linked/callback');
  if (address === undefined) return undefined;
  const url = new URL(address, location.href);
  // What stands in the query of the page now would make another redirect URI of it.
  return url.origin + url.pathname;
}

/** The provider whose place this is; undefined where it is that of all. */
function targetOf(navigation: Navigation | undefined): string | undefined {
  const match = /^security\/linked\/(.+)$/.exec(navigation?.place ?? '')?.[1];
  if (match === undefined || match === 'callback') return undefined;
  try {
    return decodeURIComponent(match);
  } catch {
    return match;
  }
}
