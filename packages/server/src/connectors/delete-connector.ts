import type { connectorRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { deleteConnectorRow, lockConnector } from './connectors.store.ts';
import type { ManagementNeeds } from './management-needs.ts';
import { forgetConnector } from './open-connector.ts';

/** Removes a connector. Identities that it has linked stay with their users, tokens of the provider go with it. */
export const deleteConnector =
  (needs: ManagementNeeds): Operation<typeof connectorRoutes.deleteConnector> =>
  async ({ tenant, transaction }, { params: { id } }) => {
    const gone = await transaction(async ({ tx, emit }) => {
      const row = await lockConnector(tx, tenant.id, id);
      if (!row) throw new Problem('entity.not_found');
      await deleteConnectorRow(tx, tenant.id, id);
      const data = { settings: 'connectors', connectorId: id, factoryId: row.factory_id, change: 'delete' };
      await emit({ type: 'settings-changed', data });
      return row;
    });
    forgetConnector(needs, tenant.id, gone);
    return undefined;
  };
