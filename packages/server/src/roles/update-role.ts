import type { roleRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { refuseInternalName, rethrowRoleProblem } from './check-role.ts';
import { roleView } from './role-view.ts';
import { lockRole, saveRole } from './roles.store.ts';

/** Changes a role; its type stays, since those who have it are of that type. */
export const updateRole: Operation<typeof roleRoutes.updateRole> = async (
  { tenant, transaction },
  { params: { id }, body },
) => {
  if (body.name !== undefined) refuseInternalName(body.name);
  const row = await transaction(async ({ tx, emit }) => {
    const locked = await lockRole(tx, tenant.id, id);
    if (!locked) throw new Problem('entity.not_exists_with_id');
    refuseInternalName(locked.name);
    if (Object.keys(body).length === 0) return locked;
    const next = {
      ...locked,
      name: body.name ?? locked.name,
      description: body.description ?? locked.description,
      is_default: body.isDefault ?? locked.is_default,
    };
    await saveRole(tx, tenant.id, next).catch(rethrowRoleProblem);
    const members = Object.keys(body);
    await emit({ type: 'settings-changed', data: { settings: 'role', roleId: id, change: 'update', members } });
    return next;
  });
  return roleView(tenant.id, row);
};
