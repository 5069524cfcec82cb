import type { userRoutes } from '@freehold/contract';
import { DatabaseError } from '../database/database.ts';
import { type Operation, Page, Problem } from '../operation/index.ts';
import { readUserSearch } from './search-query.ts';
import { searchUsers } from './search-users.store.ts';
import { userView } from './user-view.ts';

/** Lists users, newest first: all, or those that match a search, and of these those of one status. */
export const listUsers: Operation<typeof userRoutes.listUsers> = async ({ database, tenant, page }, { query }) => {
  if (!page) throw new Error('listing users is always paged');
  const isSuspended = query.isSuspended && query.isSuspended === 'true';
  const filter = { ...readUserSearch(query), isSuspended };
  const { rows, total } = await searchUsers(database, tenant.id, filter, page).catch(rethrowPatternProblem);
  return new Page(rows.map(userView), total);
};

/** SQLSTATE class 22, data exceptions: a pattern that ends in its escape character, an unbalanced regular expression, … */
function rethrowPatternProblem(error: unknown): never {
  if (error instanceof DatabaseError && error.sqlState.startsWith('22'))
    throw new Problem('request.invalid_input', { data: { parameter: 'search' }, cause: error });
  throw error;
}
