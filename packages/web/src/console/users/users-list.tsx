import { useWords } from '@freehold/client/react/kit';
import type { User } from '@freehold/contract';
import { Avatar } from '../parts/avatar.tsx';
import { ConsoleLink } from '../parts/console-link.tsx';
import { Instant } from '../parts/instant.tsx';
import { useNarrow } from '../parts/use-narrow.ts';
import { Value } from '../parts/value.tsx';
import { nameOf, phoneOf, usernameBelow } from './person.ts';
import { UserStatus } from './user-status.tsx';

/** People as a table, or as cards where a table has no room: the same of each. */
export function UsersList({ users }: { readonly users: readonly User[] }) {
  return useNarrow() ? <Cards users={users} /> : <Table users={users} />;
}

function Table({ users }: { readonly users: readonly User[] }) {
  const { text } = useWords();
  return (
    <table className="fh-table">
      <caption className="fh-visually-hidden">{text('console.nav_users')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('console.users_person')}</th>
          <th scope="col">{text('identifier.email')}</th>
          <th scope="col">{text('identifier.phone')}</th>
          <th scope="col">{text('console.users_last_sign_in')}</th>
          <th scope="col">{text('console.users_status')}</th>
        </tr>
      </thead>
      <tbody>
        {users.map(user => (
          <tr key={user.id}>
            <th scope="row">
              <Person user={user} />
            </th>
            <td>
              <Email user={user} />
            </td>
            <td>
              <Phone user={user} />
            </td>
            <td>
              <LastSignIn user={user} />
            </td>
            <td>
              <UserStatus user={user} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards({ users }: { readonly users: readonly User[] }) {
  const { text } = useWords();
  return (
    <ul className="fh-cards">
      {users.map(user => (
        <li key={user.id} className="fh-panel">
          <Person user={user} />
          <dl className="fh-facts">
            <dt>{text('identifier.email')}</dt>
            <dd>
              <Email user={user} />
            </dd>
            <dt>{text('identifier.phone')}</dt>
            <dd>
              <Phone user={user} />
            </dd>
            <dt>{text('console.users_last_sign_in')}</dt>
            <dd>
              <LastSignIn user={user} />
            </dd>
            <dt>{text('console.users_status')}</dt>
            <dd>
              <UserStatus user={user} />
            </dd>
          </dl>
        </li>
      ))}
    </ul>
  );
}

type One = { readonly user: User };

function Person({ user }: One) {
  const username = usernameBelow(user);
  return (
    <span className="fh-person">
      <Avatar user={user} />
      <span className="fh-person-words">
        <ConsoleLink to={`users/${encodeURIComponent(user.id)}`}>
          <Value text={nameOf(user)} />
        </ConsoleLink>
        {username === undefined ? null : (
          <span className="fh-muted fh-small">
            <Value text={username} />
          </span>
        )}
      </span>
    </span>
  );
}

function Email({ user: { primaryEmail } }: One) {
  return primaryEmail === null ? <NotSet /> : <Value text={primaryEmail} ltr />;
}

function Phone({ user }: One) {
  const phone = phoneOf(user);
  return phone === undefined ? <NotSet /> : <Value text={phone} ltr />;
}

function LastSignIn({ user: { lastSignInAt } }: One) {
  const { text } = useWords();
  return lastSignInAt === null ? (
    <span className="fh-muted">{text('console.users_never')}</span>
  ) : (
    <Instant at={lastSignInAt} />
  );
}

function NotSet() {
  const { text } = useWords();
  return <span className="fh-muted">{text('value.notSet')}</span>;
}
