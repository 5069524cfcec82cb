import { problemOf, useWords } from '@freehold/client/react/kit';
import type { SecurityLog, User } from '@freehold/contract';
import { useSearch } from '../../../ui/route.ts';
import { management } from '../../management-client.ts';
import { openPage } from '../../parts/console-link.tsx';
import { placeQuery, readPlace } from '../../parts/list-address.ts';
import { LoadedPart } from '../../parts/loaded-part.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useLoaded } from '../../parts/use-loaded.ts';
import { nameOf } from '../person.ts';
import { EventItem } from './event-item.tsx';

interface Happened {
  readonly logs: readonly SecurityLog[];
  readonly total: number;
  /** What the people are called who did it, by their ids; absent for whoever is not there any more. */
  readonly names: ReadonlyMap<string, string>;
}

async function readActivity(userId: string, page: number, pageSize: number): Promise<Happened> {
  try {
    const { body: logs, total } = await management.listLogs({ query: { userId }, page, pageSize });
    const actors = logs.flatMap(({ payload: { actor } }) =>
      actor.kind === 'user' && actor.id !== null ? [actor.id] : [],
    );
    const others = [...new Set(actors)].filter(id => id !== userId);
    const found = await Promise.all(
      others.map(id =>
        management.getUser({ params: { userId: id } }).then(
          ({ body }) => body,
          () => undefined,
        ),
      ),
    );
    const known = found.filter(one => one !== undefined);
    return { logs, total: total ?? logs.length, names: new Map(known.map(one => [one.id, nameOf(one)])) };
  } catch (error) {
    throw problemOf(error) ?? error;
  }
}

/** What has happened to an account, the newest first. */
export function ActivityTab({ user }: { readonly user: User }) {
  const { text } = useWords();
  const query = useSearch();
  const place = { ...readPlace(query), search: '', status: 'all' as const };
  const path = `users/${encodeURIComponent(user.id)}/activity`;
  const { loaded, reload } = useLoaded(query, () => readActivity(user.id, place.page, place.pageSize));
  return (
    <Panel heading={text('console.user_activity')} lead={text('console.activity_lead')}>
      <LoadedPart loaded={loaded} onRetry={() => void reload()}>
        {({ logs, total, names }) => (
          <>
            {logs.length === 0 ? <p className="fh-muted">{text('console.activity_none')}</p> : null}
            <ol className="fh-rows">
              {logs.map(log => (
                <EventItem key={log.id} log={log} user={user} names={names} />
              ))}
            </ol>
            <Pager
              path={path}
              place={place}
              total={total}
              onPageSize={pageSize => openPage(`${path}?${placeQuery({ ...place, page: 1, pageSize })}`)}
            />
          </>
        )}
      </LoadedPart>
    </Panel>
  );
}
