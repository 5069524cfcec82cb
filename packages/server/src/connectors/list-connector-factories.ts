import type { connectorRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { factoryView } from './connector-view.ts';
import { factories } from './factories.ts';
import type { ManagementNeeds } from './management-needs.ts';

/** The kinds of connector that this installation knows. */
export const listConnectorFactories =
  ({ development }: ManagementNeeds): Operation<typeof connectorRoutes.listConnectorFactories> =>
  async () =>
    factories(development).map(factoryView);
