import type { connectorRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { connectorView } from './connector-view.ts';
import { listConnectorRows } from './connectors.store.ts';
import { findFactory } from './factories.ts';
import type { ManagementNeeds } from './management-needs.ts';
import { openConfig } from './stored-config.ts';

/** The tenant's connectors, oldest first; those whose kind is not installed are left out. */
export const listConnectors =
  ({ envelope, development }: ManagementNeeds): Operation<typeof connectorRoutes.listConnectors> =>
  async ({ tenant, database }, { query }) => {
    const rows = await listConnectorRows(database, tenant.id);
    const all = rows.flatMap(row => {
      const factory = findFactory(development, row.factory_id);
      return factory ? [connectorView(row, factory, openConfig(envelope, tenant.id, row))] : [];
    });
    return query.target === undefined ? all : all.filter(({ target }) => target === query.target);
  };
