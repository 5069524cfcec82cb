import { isDeepStrictEqual } from 'node:util';
import type { connectorRoutes } from '@freehold/contract';
import { isUniqueViolation } from '../database/index.ts';
import { type Operation, Problem } from '../operation/index.ts';
import { checkConfig, checkOverrides, checkTokenStorage } from './check-connector.ts';
import { connectorView } from './connector-view.ts';
import { type ConnectorRow, lockConnector, saveConnector } from './connectors.store.ts';
import { findFactory } from './factories.ts';
import type { ManagementNeeds } from './management-needs.ts';
import { openConfig, sealConfig } from './stored-config.ts';
import { templateWarnings } from './template-warnings.ts';

/** Changes a connector; what is sent as it is already changes nothing. */
export const updateConnector =
  ({ envelope, development }: ManagementNeeds): Operation<typeof connectorRoutes.updateConnector> =>
  async ({ tenant, transaction }, { params: { id }, body }) => {
    const change = transaction(async ({ tx, emit }) => {
      const row = await lockConnector(tx, tenant.id, id);
      const factory = row && findFactory(development, row.factory_id);
      if (!factory) throw new Problem('entity.not_found');
      const stored = openConfig(envelope, tenant.id, row);
      const config = body.config === undefined ? stored : checkConfig(factory, body.config, stored);
      const metadata = checkOverrides(factory, body.metadata ?? {}, row.metadata);
      checkTokenStorage(factory, body.enableTokenStorage);
      const members = [
        ...(isDeepStrictEqual(config, stored) ? [] : ['config']),
        ...(isDeepStrictEqual(metadata, row.metadata) ? [] : ['metadata']),
        ...((body.syncProfile ?? row.sync_profile) === row.sync_profile ? [] : ['syncProfile']),
      ];
      const next: ConnectorRow = {
        ...row,
        config: members.includes('config') ? sealConfig(envelope, tenant.id, id, config) : row.config,
        metadata,
        target: row.type === 'Social' ? (metadata.target ?? row.target) : null,
        sync_profile: body.syncProfile ?? row.sync_profile,
      };
      if (members.length > 0) {
        await saveConnector(tx, tenant.id, next);
        const data = { settings: 'connectors', connectorId: id, factoryId: row.factory_id, change: 'update', members };
        await emit({ type: 'settings-changed', data });
      }
      const saved = body.config === undefined ? {} : templateWarnings(factory, config);
      return { ...connectorView(next, factory, config), ...saved };
    });
    return change.catch(error => {
      if (!isUniqueViolation(error, 'connectors_one_target')) throw error;
      throw new Problem('connector.multiple_target_with_same_platform', { cause: error });
    });
  };
