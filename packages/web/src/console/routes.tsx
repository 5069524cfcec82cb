import type { WordKey } from '@freehold/client/react/kit';
import { Fragment, type ReactNode } from 'react';
import { AccountPagesPage } from './account-pages/account-pages-page.tsx';
import { ProofPolicyPage } from './account-pages/proof-policy-page.tsx';
import { ConnectorPage } from './connectors/connector-page.tsx';
import { ConnectorsPage } from './connectors/connectors-page.tsx';
import { HomePage } from './home/home-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { SignInExperiencePage } from './sign-in-experience/sign-in-experience-page.tsx';
import { UserPage } from './users/user-page.tsx';
import { UsersPage } from './users/users-page.tsx';

/** One entry of the column on the left. */
export type Section = { readonly path: string; readonly name: WordKey; readonly show: () => ReactNode };

/** The pages of the console in the order of the navigation. Applications, templates, webhooks and events get their lines here. */
export const sections: readonly Section[] = [
  { path: '', name: 'console.nav_home', show: () => <HomePage /> },
  { path: 'users', name: 'console.nav_users', show: () => <UsersPage /> },
  { path: 'connectors', name: 'console.nav_connectors', show: () => <ConnectorsPage /> },
  {
    path: 'sign-in-experience',
    name: 'console.nav_sign_in_experience',
    show: () => <SignInExperiencePage />,
  },
  { path: 'account-pages', name: 'console.nav_account_pages', show: () => <AccountPagesPage /> },
  { path: 'proof-policy', name: 'console.nav_proof_policy', show: () => <ProofPolicyPage /> },
];

const partsOf = (path: string): readonly string[] =>
  path
    .replace(/^\/console\/?/, '')
    .split('/')
    .filter(part => part !== '');

/** The entry of the navigation that a path belongs to; undefined for a path that is none of ours. */
export const sectionAt = (path: string): Section | undefined =>
  sections.find(section => section.path === (partsOf(path)[0] ?? ''));

/** The page at a path below `/console`. */
export function pageAt(path: string): ReactNode {
  const [area = '', ...rest] = partsOf(path);
  if (area === 'users' && rest.length > 0) return <UserPage />;
  if (area === 'connectors' && rest.length > 0) return <ConnectorPage />;
  const section = sectionAt(path);
  return section === undefined ? <NotFoundPage /> : <Fragment key={area}>{section.show()}</Fragment>;
}
