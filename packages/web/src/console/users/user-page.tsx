import { plain, useWords } from '@freehold/client/react/kit';
import type { User } from '@freehold/contract';
import { Page } from '../../ui/page.tsx';
import { usePath } from '../../ui/route.ts';
import { management } from '../management-client.ts';
import { NotFoundPage } from '../not-found-page.tsx';
import { Avatar } from '../parts/avatar.tsx';
import { ConsoleLink } from '../parts/console-link.tsx';
import { LoadedPart } from '../parts/loaded-part.tsx';
import { type Versioned, versioned } from '../parts/use-guarded-save.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import { Value } from '../parts/value.tsx';
import { AccessTab } from './access/access-tab.tsx';
import { ActivityTab } from './activity/activity-tab.tsx';
import { NewUserPage } from './new-user-page.tsx';
import { nameOf, usernameBelow } from './person.ts';
import { ProfileTab } from './profile/profile-tab.tsx';
import { RawTab } from './raw-tab.tsx';
import { SignInTab } from './sign-in/sign-in-tab.tsx';
import { UpLink } from './up-link.tsx';
import { UserStatus } from './user-status.tsx';

const tabs = ['profile', 'sign-in', 'access', 'activity', 'raw'] as const;
type Tab = (typeof tabs)[number];

const names = {
  profile: 'console.user_profile',
  'sign-in': 'console.user_sign_in',
  access: 'console.user_access',
  activity: 'console.user_activity',
  raw: 'console.user_raw',
} as const satisfies Record<Tab, string>;

/** `/console/users/new`, and `/console/users/{id}` with its tabs: one person. */
export function UserPage() {
  const [id = '', asked] = usePath()
    .replace(/^\/console\/users\/?/, '')
    .split('/')
    .map(decoded);
  const tab = asked === undefined || asked === '' ? 'profile' : tabs.find(name => name === asked);
  if (id === 'new') return <NewUserPage />;
  if (tab === undefined) return <NotFoundPage />;
  return <OneUser key={id} id={id} tab={tab} />;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function OneUser({ id, tab }: { readonly id: string; readonly tab: Tab }) {
  const { text } = useWords();
  const { loaded, reload, put } = useLoaded(id, async () =>
    versioned(
      await management.getUser({ params: { userId: id }, query: { includeSsoIdentities: 'true' } }),
      (user: User) => user,
    ),
  );
  if (loaded.at === 'failed' && loaded.problem.status === 404) return <NotFoundPage />;
  const user = loaded.at === 'ready' ? loaded.value.value : undefined;
  const name = user === undefined ? text('console.users_person') : nameOf(user);
  return (
    <>
      <UpLink />
      <Page
        task={`${text(names[tab])} · ${plain(name)}`}
        heading={user === undefined ? name : <Value text={name} />}
        lead={user === undefined ? undefined : <UnderName user={user} />}
      >
        <TabLinks id={id} tab={tab} name={name} />
        <LoadedPart loaded={loaded} onRetry={() => void reload()}>
          {read => <TabContent tab={tab} read={read} onRead={put} />}
        </LoadedPart>
      </Page>
    </>
  );
}

function UnderName({ user }: { readonly user: User }) {
  const username = usernameBelow(user);
  return (
    <span className="fh-person">
      <Avatar user={user} />
      <span className="fh-person-words">
        {username === undefined ? null : <Value text={username} />}
        <UserStatus user={user} />
      </span>
    </span>
  );
}

type TabProps = {
  readonly tab: Tab;
  readonly read: Versioned<User>;
  readonly onRead: (read: Versioned<User>) => void;
};

function TabContent({ tab, read, onRead }: TabProps) {
  const user = read.value;
  // The ETag stays the one of before: the profile then looks again when it is saved, and never saves unguarded.
  const onChange = (value: User) => onRead({ ...read, value });
  if (tab === 'profile') return <ProfileTab read={read} onRead={onRead} />;
  if (tab === 'sign-in') return <SignInTab user={user} onChange={onChange} />;
  if (tab === 'access') return <AccessTab user={user} onChange={onChange} />;
  if (tab === 'activity') return <ActivityTab user={user} />;
  return <RawTab user={user} />;
}

function TabLinks({ id, tab, name }: { readonly id: string; readonly tab: Tab; readonly name: string }) {
  const { text } = useWords();
  return (
    <nav aria-label={name}>
      <ul className="fh-tabs">
        {tabs.map(each => (
          <li key={each}>
            <ConsoleLink
              to={`users/${encodeURIComponent(id)}${each === 'profile' ? '' : `/${each}`}`}
              className="fh-tab"
              current={each === tab}
            >
              {text(names[each])}
            </ConsoleLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
