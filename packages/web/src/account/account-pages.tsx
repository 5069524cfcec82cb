import {
  AccountCenter,
  AccountScope,
  type FrameProps,
  FramingProvider,
  NavigationProvider,
  type Place,
} from '@freehold/client/react';
import { useWords } from '@freehold/client/react/kit';
import { useMemo } from 'react';
import { accountClientOf, SignedInOnly } from '../relying-party/signed-in-only.tsx';
import { Frame } from '../ui/frame.tsx';
import { Page } from '../ui/page.tsx';
import { goTo, usePath } from '../ui/route.ts';
import { relyingParty } from './relying-party.ts';

/** `/account` and everything below it. */
export function AccountPages() {
  const { text } = useWords();
  return (
    <Frame wide>
      <SignedInOnly relyingParty={relyingParty} task={text('account.task')}>
        {() => <SignedInPages />}
      </SignedInOnly>
    </Frame>
  );
}

function SignedInPages() {
  const { locale } = useWords();
  const client = useMemo(() => accountClientOf(relyingParty, () => locale), [locale]);
  const path = usePath();
  const navigation = useMemo(
    () => ({
      place: path.replace(/^\/account\/?/, '') as Place,
      go: (place: Place, options = {}) => goTo(addressOf(place), options),
      href: (place: Place) => addressOf(place) + location.search,
      dialogsInHistory: true,
    }),
    [path],
  );
  return (
    <FramingProvider value={framing}>
      <NavigationProvider value={navigation}>
        <AccountScope client={client}>
          <AccountCenter />
        </AccountScope>
      </NavigationProvider>
    </FramingProvider>
  );
}

const addressOf = (place: Place): string => (place === '' ? '/account' : `/account/${place}`);

const framing = { level: 1, Frame: (props: FrameProps) => <Page {...props} /> } as const;
