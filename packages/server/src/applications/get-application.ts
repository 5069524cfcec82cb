import type { applicationRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { managementApi } from '../resources/index.ts';
import { applicationView } from './application-view.ts';
import { applicationHasRole, findApplication } from './applications.store.ts';

/** Reads an application. */
export const getApplication: Operation<typeof applicationRoutes.getApplication> = async (
  { database, tenant },
  { params: { id } },
) => {
  const row = await findApplication(database, tenant.id, id);
  if (!row) throw new Problem('entity.not_exists_with_id');
  const isAdmin = await applicationHasRole(database, tenant.id, id, managementApi.roleId);
  return { ...applicationView(tenant.id, row), isAdmin };
};
