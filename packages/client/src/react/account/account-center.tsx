import { type ReactNode, useMemo, useState } from 'react';
import { useAccount } from '../account-scope.tsx';
import type { AccountView } from '../account-store.ts';
import { ChangedProvider } from '../changed.ts';
import { useNavigation } from '../navigation.tsx';
import { useSurroundings } from '../surroundings.ts';
import { CenterMain } from './center-main.tsx';
import { ChangeEmail } from './change-email.tsx';
import { ChangePassword } from './change-password.tsx';
import { ChangePhone } from './change-phone.tsx';
import { ChangeUsername } from './change-username.tsx';
import { DeleteAccountLink } from './delete-account-link.tsx';
import { LoadFailed } from './load-failed.tsx';
import { Loading } from './loading.tsx';
import { ClosedPlace, MissingPlace } from './no-place.tsx';
import { OfflineBar } from './offline-bar.tsx';
import { Overview } from './overview.tsx';
import { Profile } from './profile.tsx';
import { SectionNavigation } from './section-navigation.tsx';
import { openSections, type Whereabouts, whereabouts } from './sections.ts';
import { Security } from './security.tsx';
import { SocialLinks } from './social-links.tsx';
import { StaleNotice } from './stale-notice.tsx';
import { UpLink } from './up-link.tsx';
import { WayBackLink, WayBackPanel } from './way-back.tsx';

const pages: Readonly<Record<string, () => ReactNode>> = {
  '': Overview,
  profile: Profile,
  security: Security,
  'security/username': ChangeUsername,
  'security/email': ChangeEmail,
  'security/phone': ChangePhone,
  'security/password': ChangePassword,
  'security/linked': SocialLinks,
};

/** The whole account, place by place. */
export function AccountCenter() {
  const { wayBack } = useSurroundings();
  const { state } = useAccount();
  const place = useNavigation()?.place ?? '';
  const [entry] = useState(place);
  const [changed, setChanged] = useState(false);
  const onChanged = useMemo(() => () => setChanged(true), []);

  if (state.at !== 'ready') {
    return (
      <div className="fh-center">
        <OfflineBar />
        {wayBack === undefined ? null : <WayBackLink wayBack={wayBack} task={entry} result="unavailable" />}
        {state.at === 'loading' ? <Loading place={place} /> : <LoadFailed problem={state.problem} />}
      </div>
    );
  }
  const { view } = state;
  const where = whereabouts(view, place);
  const atEntry = place === entry;
  const result = where.at === 'page' ? (changed ? 'done' : 'cancelled') : 'unavailable';
  const withNavigation = wayBack === undefined && openSections(view).length > 1;
  return (
    <div className="fh-center">
      <OfflineBar readAt={view.readAt} />
      <div className={withNavigation ? 'fh-center-body fh-center-with-nav' : 'fh-center-body'}>
        {withNavigation ? (
          <SectionNavigation view={view} current={where.at === 'nowhere' ? undefined : where.section} />
        ) : null}
        <CenterMain>
          {wayBack === undefined ? null : <WayBackLink wayBack={wayBack} task={entry} result={result} />}
          {wayBack !== undefined && atEntry ? null : <UpLink where={where} place={place} />}
          {state.stale === undefined ? null : <StaleNotice readAt={view.readAt} problem={state.stale} />}
          <ChangedProvider value={onChanged}>
            <Shown key={where.at === 'page' ? where.page : place} where={where} view={view} />
          </ChangedProvider>
          {wayBack !== undefined && changed ? <WayBackPanel wayBack={wayBack} task={entry} mayLeave={atEntry} /> : null}
        </CenterMain>
      </div>
    </div>
  );
}

function Shown({ where, view }: { readonly where: Whereabouts; readonly view: AccountView }) {
  if (where.at === 'nowhere') return <MissingPlace />;
  if (where.at === 'closed') return <ClosedPlace />;
  const Page = pages[where.page] ?? MissingPlace;
  if (where.page !== where.section) {
    return (
      <div className="fh-center-task">
        <Page />
      </div>
    );
  }
  // Deletion stands last on the last page; whoever has a profile alone has no other page.
  const alone = where.page === 'profile' && openSections(view).length === 1;
  return (
    <>
      <Page />
      {alone ? <DeleteAccountLink /> : null}
    </>
  );
}
