import type { applicationRoutes } from '@freehold/contract';
import { type Operation, Page } from '../operation/index.ts';
import { rethrowSearchProblem } from '../resources/index.ts';
import { applicationView } from './application-view.ts';
import { listApplications as listRows } from './applications.store.ts';

/** Lists the applications, newest first. */
export const listApplications: Operation<typeof applicationRoutes.listApplications> = async (
  { database, tenant, page },
  { query: { types, isThirdParty, search } },
) => {
  const filter = { types: typeof types === 'string' ? [types] : types, isThirdParty, search };
  const { rows, total } = await listRows(database, tenant.id, filter, page).catch(rethrowSearchProblem);
  return new Page(
    rows.map(row => applicationView(tenant.id, row)),
    total,
  );
};
