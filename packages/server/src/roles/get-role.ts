import type { roleRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { existingRole } from './check-role.ts';
import { roleView } from './role-view.ts';

/** Reads a role. */
export const getRole: Operation<typeof roleRoutes.getRole> = async ({ database, tenant }, { params: { id } }) =>
  roleView(tenant.id, await existingRole(database, tenant.id, id));
