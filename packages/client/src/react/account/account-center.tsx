import type { ReactNode } from 'react';
import { useAccount } from '../account-scope.tsx';
import { type Place, useNavigation } from '../navigation.tsx';
import { ChangeEmail } from './change-email.tsx';
import { ChangePassword } from './change-password.tsx';
import { ChangePhone } from './change-phone.tsx';
import { ChangeUsername } from './change-username.tsx';
import { Overview } from './overview.tsx';
import { Profile } from './profile.tsx';
import { Security } from './security.tsx';
import { SocialLinks } from './social-links.tsx';

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
  const { state } = useAccount();
  const navigation = useNavigation();
  const place: Place = navigation?.place ?? '';
  if (state.at !== 'ready') return null;
  const Shown = pages[place] ?? (place.startsWith('security/linked/') ? SocialLinks : Overview);
  return <Shown />;
}
