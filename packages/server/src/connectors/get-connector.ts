import type { connectorRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { connectorView } from './connector-view.ts';
import { findConnector } from './connectors.store.ts';
import { findFactory } from './factories.ts';
import type { ManagementNeeds } from './management-needs.ts';
import { openConfig } from './stored-config.ts';

/** One connector. */
export const getConnector =
  ({ envelope, development }: ManagementNeeds): Operation<typeof connectorRoutes.getConnector> =>
  async ({ tenant, database }, { params: { id } }) => {
    const row = await findConnector(database, tenant.id, id);
    const factory = row && findFactory(development, row.factory_id);
    if (!factory) throw new Problem('entity.not_found');
    return connectorView(row, factory, openConfig(envelope, tenant.id, row));
  };
