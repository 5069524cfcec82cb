import { Field, Notice, problemOf, useAnnounce, useWords } from '@freehold/client/react/kit';

import type { User } from '@freehold/contract';
import { useEffect, useRef, useState } from 'react';
import { Page } from '../../ui/page.tsx';
import { useSearch } from '../../ui/route.ts';
import { management } from '../management-client.ts';
import { Choose } from '../parts/choose.tsx';
import { ConsoleLink, openPage } from '../parts/console-link.tsx';
import { takeSentence } from '../parts/flash.ts';
import { type ListPlace, placeQuery, readPlace, type Status, statuses } from '../parts/list-address.ts';
import { LoadedPart } from '../parts/loaded-part.tsx';
import { Pager } from '../parts/pager.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { searchPattern } from './user-search.ts';
import { UsersList } from './users-list.tsx';

const statusNames = {
  all: 'console.users_all',
  active: 'console.users_active',
  suspended: 'console.users_suspended',
} as const satisfies Record<Status, string>;

interface Found {
  readonly users: readonly User[];
  readonly total: number;
  /** What was looked for when they were found, and of whom. */
  readonly search: string;
  readonly status: Status;
}

async function findUsers({ search, status, page, pageSize }: ListPlace): Promise<Found> {
  const pattern = searchPattern(search);
  try {
    const { body, total } = await management.listUsers({
      query: {
        ...(pattern !== undefined && { search: pattern }),
        ...(status !== 'all' && { isSuspended: status === 'suspended' ? 'true' : 'false' }),
      },
      page,
      pageSize,
    });
    return { users: body, total: total ?? body.length, search, status };
  } catch (error) {
    throw problemOf(error) ?? error;
  }
}

/** `/console/users`: people, searched by any identifier, all or those of one status. */
export function UsersPage() {
  const { text } = useWords();
  const query = useSearch();
  const place = readPlace(query);
  const { loaded, reload } = useLoaded(query, () => findUsers(place));
  const [sentence] = useState(takeSentence);
  const go = (next: ListPlace, options = {}) => openPage(`users?${placeQuery(next)}`, options);
  const said = loaded.at === 'ready' ? text('console.users_count', { count: loaded.value.total }) : '';
  const announce = useAnnounce();
  const searched = useRef(false);
  useEffect(() => {
    if (searched.current && said !== '') announce(said);
  }, [said, announce]);

  return (
    <Page task={text('console.nav_users')} heading={text('console.nav_users')}>
      {sentence === undefined ? null : (
        <Notice tone="ok">
          <p>{sentence}</p>
        </Notice>
      )}
      <div className="fh-list-head">
        <SearchField
          value={place.search}
          onSearch={search => {
            searched.current = true;
            go({ ...place, search, page: 1 }, { replace: true });
          }}
        />
        <Choose
          label={text('console.users_status')}
          value={place.status}
          options={statuses.map(status => ({ value: status, label: text(statusNames[status]) }))}
          onChange={status => {
            searched.current = true;
            go({ ...place, status, page: 1 });
          }}
        />
        <ConsoleLink to="users/new" className="fh-button">
          {text('console.users_create')}
        </ConsoleLink>
      </div>
      <LoadedPart loaded={loaded} onRetry={() => void reload()}>
        {({ users, total, search, status }) =>
          users.length > 0 ? (
            <>
              <p className="fh-muted">{said}</p>
              <UsersList users={users} />
              <Pager
                path="users"
                place={place}
                total={total}
                onPageSize={pageSize => go({ ...place, page: 1, pageSize })}
              />
            </>
          ) : (
            <Nobody search={search} status={status} beyond={total > 0} />
          )
        }
      </LoadedPart>
    </Page>
  );
}

/** Why no one is listed: nobody is there, nobody is found, or the page is one that there is not. */
function Nobody({ search, status, beyond }: Pick<Found, 'search' | 'status'> & { readonly beyond: boolean }) {
  const { text, rich } = useWords();
  const everybody = search.trim() === '' && status === 'all';
  return (
    <div className="fh-empty">
      <p>
        {beyond
          ? text('console.users_beyond')
          : search.trim() === ''
            ? text(`console.users_none_${status}`)
            : rich(`console.users_not_found_${status}`, { search })}
      </p>
      <p>
        {everybody && !beyond ? (
          <ConsoleLink to="users/new">{text('console.users_create')}</ConsoleLink>
        ) : (
          <ConsoleLink to="users">{text('console.users_show_all')}</ConsoleLink>
        )}
      </p>
    </div>
  );
}

/** The address follows what is typed, a moment later: each key would otherwise be a search of its own. */
function SearchField({ value, onSearch }: { readonly value: string; readonly onSearch: (search: string) => void }) {
  const { text } = useWords();
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const latest = useRef(onSearch);
  useEffect(() => {
    latest.current = onSearch;
  });
  // Back, or a link that searches nothing.
  if (value !== sent.current) {
    sent.current = value;
    if (typed !== value) setTyped(value);
  }
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      latest.current(typed);
    }, 300);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <search>
      <form
        onSubmit={event => {
          event.preventDefault();
          sent.current = typed;
          onSearch(typed);
        }}
      >
        <Field
          label={text('console.users_search')}
          description={text('console.users_search_hint')}
          type="search"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={event => setTyped(event.currentTarget.value)}
        />
      </form>
    </search>
  );
}
