import { AccountCenter, asPlace, type Navigation } from '@freehold/client/react';
import { useMemo } from 'react';
import { navigate, usePath } from './route.tsx';

const address = (place: string): string => (place === '' ? '/settings' : `/settings/${place}`);

/** The whole account, in our layout and at our addresses: `/settings/security/email` can be linked to. */
export function SettingsPage() {
  const path = usePath();
  const navigation = useMemo<Navigation>(
    () => ({
      place: asPlace(path.slice('/settings'.length)),
      go: (place, options) => navigate(address(place), options),
      href: address,
    }),
    [path],
  );
  return <AccountCenter navigation={navigation} />;
}
