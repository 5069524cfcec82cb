import { lockApplication } from '../applications/index.ts';
import type { Transaction } from '../database/database.ts';
import { Problem } from '../operation/index.ts';
import { checkRolesFor } from './check-role.ts';
import type { Holder } from './role-holders.store.ts';

/**
 * The application, locked, as one that may be given these roles: only what authenticates with a secret of its own acts
 * in its own name.
 *
 * @throws Problem 404 `entity.not_exists_with_id`, 422 `application.invalid_role_type`, 404 for a role
 */
export async function lockApplicationHolder(
  tx: Transaction,
  tenantId: string,
  id: string,
  roleIds: readonly string[],
): Promise<Holder> {
  const app = await lockApplication(tx, tenantId, id);
  if (!app) throw new Problem('entity.not_exists_with_id');
  if (app.type !== 'MachineToMachine') throw new Problem('application.invalid_role_type');
  await checkRolesFor(tx, tenantId, 'application', roleIds);
  return { kind: 'application', id };
}
