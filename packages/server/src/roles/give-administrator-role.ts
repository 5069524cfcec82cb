import type { Transaction } from '../database/database.ts';
import { managementApi } from '../resources/index.ts';
import { giveRoles } from './role-holders.store.ts';

/** Makes a user an administrator of their tenant; returns false for somebody who is one. */
export async function giveAdministratorRole(tx: Transaction, tenantId: string, userId: string): Promise<boolean> {
  const added = await giveRoles(tx, tenantId, { kind: 'user', id: userId }, [managementApi.administratorRoleId]);
  return added.length > 0;
}
