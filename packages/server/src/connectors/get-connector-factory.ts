import type { connectorRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { factoryView } from './connector-view.ts';
import { findFactory } from './factories.ts';
import type { ManagementNeeds } from './management-needs.ts';

/** One kind of connector. */
export const getConnectorFactory =
  ({ development }: ManagementNeeds): Operation<typeof connectorRoutes.getConnectorFactory> =>
  async (_, { params: { id } }) => {
    const factory = findFactory(development, id);
    if (!factory) throw new Problem('entity.not_found');
    return factoryView(factory);
  };
