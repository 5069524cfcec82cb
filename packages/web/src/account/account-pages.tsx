import {
  AccountCenter,
  AccountScope,
  type FrameProps,
  FramingProvider,
  NavigationProvider,
  type Place,
  type Surroundings,
  SurroundingsProvider,
  type WayBack,
} from '@freehold/client/react';
import { useWords } from '@freehold/client/react/kit';
import { useMemo, useState } from 'react';
import type { SignedIn } from '../relying-party/relying-party.ts';
import { accountClientOf, SignedInOnly } from '../relying-party/signed-in-only.tsx';
import { boot } from '../ui/boot.ts';
import { InboxHint } from '../ui/inbox-hint.tsx';
import { leaveFor } from '../ui/leave-for.ts';
import { Page } from '../ui/page.tsx';
import { goTo, usePath } from '../ui/route.ts';
import { AccountFrame } from './account-frame.tsx';
import { AccountMenu } from './account-menu.tsx';
import { relyingParty } from './relying-party.ts';
import { returnAddress } from './return-address.ts';
import { wishesOf } from './wishes.ts';

const wishes = wishesOf(location.search);

/** `/account` and everything below it. */
export function AccountPages() {
  const { text } = useWords();
  return (
    <SignedInOnly
      relyingParty={relyingParty}
      task={text('account.task')}
      more={wishes.signIn}
      around={page => (
        <AccountFrame home={homeBefore()}>
          <div className="fh-center-main" id="fh-content" tabIndex={-1}>
            {page}
          </div>
        </AccountFrame>
      )}
    >
      {signedIn => <SignedInPages signedIn={signedIn} />}
    </SignedInOnly>
  );
}

function SignedInPages({ signedIn }: { readonly signedIn: SignedIn }) {
  const path = usePath();
  const navigation = useMemo(
    () => ({
      place: placeAt(path),
      go: (place: Place, options = {}) => goTo(addressOf(place), options),
      href: (place: Place) => addressOf(place) + location.search,
      dialogsInHistory: true,
    }),
    [path],
  );
  const [home, setHome] = useState(homeBefore);
  const signOut = () => relyingParty.signOut(relyingParty.remembered() ?? signedIn);
  const surroundings: Surroundings = {
    tenantName: boot.tenantName,
    onSignOut: signOut,
    wayBack: wayBack && { ...wayBack, onAddress: setHome },
    aboutCodes: to => <InboxHint to={to} />,
  };
  return (
    <FramingProvider value={framing}>
      <NavigationProvider value={navigation}>
        <SurroundingsProvider value={surroundings}>
          <AccountScope client={client}>
            <AccountFrame home={home} menu={<AccountMenu onSignOut={signOut} />}>
              <AccountCenter />
            </AccountFrame>
          </AccountScope>
        </SurroundingsProvider>
      </NavigationProvider>
    </FramingProvider>
  );
}

// One for the page's whole life: another language must not make it forget the account, nor what is typed.
const client = accountClientOf(relyingParty, () => document.documentElement.lang, wishes.signIn);

const placeAt = (path: string) => path.replace(/^\/account\/?/, '').replace(/\/+$/, '') as Place;
const addressOf = (place: Place): string => (place === '' ? '/account' : `/account/${place}`);

const framing = { level: 1, Frame: (props: FrameProps) => <Page {...props} /> } as const;

const wayBack = boot.returnTo && wayBackTo(boot.returnTo);

/** The way back as long as nobody's account is shown. */
const homeBefore = () => wayBack?.address(placeAt(location.pathname), 'unavailable');

function wayBackTo({ url, name }: NonNullable<typeof boot.returnTo>): WayBack {
  return {
    name,
    automatic: wishes.automatic,
    address: (task, result) => returnAddress(url, task, result),
    leave: (task, result) => leaveFor(returnAddress(url, task, result)),
  };
}
