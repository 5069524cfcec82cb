import type { connectorRoutes } from '@freehold/contract';
import { isUniqueViolation } from '../database/index.ts';
import { newId } from '../lib/index.ts';
import { type ManagementContext, type Operation, Problem } from '../operation/index.ts';
import { checkConfig, checkOverrides, checkTokenStorage } from './check-connector.ts';
import { connectorView } from './connector-view.ts';
import { type ConnectorRow, findSender, insertConnector, listByTargetRows } from './connectors.store.ts';
import { findFactory } from './factories.ts';
import type { ManagementNeeds } from './management-needs.ts';
import type { ConnectorConfig, ConnectorFactory } from './port.ts';
import { openConfig, sealConfig } from './stored-config.ts';
import { templateWarnings } from './template-warnings.ts';

/** Sets up a connector. A sender takes the place of the one that is there. */
export const createConnector =
  (needs: ManagementNeeds): Operation<typeof connectorRoutes.createConnector> =>
  async (context, { body }) => {
    const { tenant, now, transaction } = context;
    const factory = findFactory(needs.development, body.connectorId);
    if (!factory) throw new Problem('connector.not_found_with_connector_id');
    const metadata = checkOverrides(factory, body.metadata ?? {}, {});
    checkTokenStorage(factory, body.enableTokenStorage);
    const config = await checkConfig(factory, body.config ?? {}, await configOfSameKind(needs, context, factory));
    const id = body.id ?? newId(12);
    const isSocial = factory.type === 'Social';
    const row: ConnectorRow = {
      id,
      factory_id: factory.metadata.id,
      type: factory.type,
      config: sealConfig(needs.envelope, tenant.id, id, config),
      metadata,
      target: isSocial ? (metadata.target ?? factory.metadata.target) : null,
      platform: isSocial ? factory.metadata.platform : null,
      sync_profile: body.syncProfile ?? false,
      enable_token_storage: body.enableTokenStorage ?? false,
      version: 1,
      created_at: now,
    };
    const data = { settings: 'connectors', connectorId: id, factoryId: row.factory_id, change: 'create' };
    try {
      await transaction(async ({ tx, emit }) => {
        await insertConnector(tx, tenant.id, row);
        await emit({ type: 'settings-changed', data });
      });
    } catch (error) {
      throw await takenProblem(context, factory, row, error);
    }
    return { ...connectorView(row, factory, config), ...templateWarnings(factory, config) };
  };

/** What masks stand for: the config of the sender of the same kind that is about to be replaced. */
async function configOfSameKind(
  { envelope }: ManagementNeeds,
  { tenant, database }: ManagementContext,
  { type, metadata }: ConnectorFactory,
): Promise<ConnectorConfig | undefined> {
  const row = type === 'Social' ? undefined : await findSender(database, tenant.id, type);
  return row?.factory_id === metadata.id ? openConfig(envelope, tenant.id, row) : undefined;
}

/** Why a row was not to be had: its id, its kind or its target. */
async function takenProblem(
  { database, tenant }: ManagementContext,
  factory: ConnectorFactory,
  { factory_id, target, platform }: ConnectorRow,
  error: unknown,
): Promise<unknown> {
  if (isUniqueViolation(error, 'connectors_pkey')) return new Problem('entity.create_failed', { cause: error });
  if (!isUniqueViolation(error, 'connectors_one_target') || target === null) return error;
  const others = await listByTargetRows(database, tenant.id, target);
  const isSameKind = others.some(other => other.factory_id === factory_id && other.platform === platform);
  const code =
    isSameKind && !factory.metadata.isStandard
      ? 'connector.multiple_instances_not_supported'
      : 'connector.multiple_target_with_same_platform';
  return new Problem(code, { cause: error });
}
