import { isDeepStrictEqual } from 'node:util';
import type { connectorRoutes } from '@freehold/contract';
import { isUniqueViolation } from '../database/index.ts';
import { type Change, type ManagementContext, type Operation, Problem } from '../operation/index.ts';
import { forgetTokensOfConnector } from '../provider-tokens/index.ts';
import { checkConfig, checkOverrides, checkTokenStorage } from './check-connector.ts';
import { secretsMove } from './config-secrets.ts';
import { connectorView } from './connector-view.ts';
import { type ConnectorRow, findConnector, lockConnector, saveConnector } from './connectors.store.ts';
import { findFactory } from './factories.ts';
import type { ManagementNeeds } from './management-needs.ts';
import type { ConnectorConfig, ConnectorFactory } from './port.ts';
import { openConfig, sealConfig } from './stored-config.ts';
import { templateWarnings } from './template-warnings.ts';

/** What is to become of a connector, judged by what it was when it was read. */
interface JudgedChange {
  readonly seen: ConnectorRow;
  readonly next: ConnectorRow;
  readonly factory: ConnectorFactory;
  readonly config: ConnectorConfig;
  /** Names of the members that differ. */
  readonly members: readonly string[];
  /** What providers have given by it is not kept, or would be sent to another address to be renewed. */
  readonly losesTokens: boolean;
}

type Body = Parameters<Operation<typeof connectorRoutes.updateConnector>>[1]['body'];

/** Changes a connector; what is sent as it is already changes nothing. */
export const updateConnector =
  (needs: ManagementNeeds): Operation<typeof connectorRoutes.updateConnector> =>
  async (context, { params: { id }, body }) => {
    const { tenant, transaction } = context;
    // Judged outside of the transaction, and again when somebody else was faster: what a masked secret stands for, and
    // whether it may go to the address beside it, depends on what is stored when the change is written.
    for (;;) {
      const judged = await judgeChange(needs, context, id, body);
      const isWritten = await transaction(change => writeChange(change, tenant.id, judged)).catch(targetTaken);
      if (!isWritten) continue;
      const { next, factory, config } = judged;
      const warnings = body.config === undefined ? {} : templateWarnings(factory, config);
      return { ...connectorView(next, factory, config), ...warnings };
    }
  };

/** @throws Problem 404 `entity.not_found`; what the rules of a connector are answered with */
async function judgeChange(
  { envelope, development }: ManagementNeeds,
  { database, tenant }: ManagementContext,
  id: string,
  body: Body,
): Promise<JudgedChange> {
  const seen = await findConnector(database, tenant.id, id);
  const factory = seen && findFactory(development, seen.factory_id);
  if (!factory) throw new Problem('entity.not_found');
  const stored = openConfig(envelope, tenant.id, seen);
  const config = body.config === undefined ? stored : await checkConfig(factory, body.config, stored);
  const metadata = checkOverrides(factory, body.metadata ?? {}, seen.metadata);
  checkTokenStorage(factory, body.enableTokenStorage);
  const members = [
    ...(isDeepStrictEqual(config, stored) ? [] : ['config']),
    ...(isDeepStrictEqual(metadata, seen.metadata) ? [] : ['metadata']),
    ...((body.syncProfile ?? seen.sync_profile) === seen.sync_profile ? [] : ['syncProfile']),
    ...((body.enableTokenStorage ?? seen.enable_token_storage) === seen.enable_token_storage
      ? []
      : ['enableTokenStorage']),
  ];
  const next: ConnectorRow = {
    ...seen,
    config: members.includes('config') ? sealConfig(envelope, tenant.id, id, config) : seen.config,
    metadata,
    target: seen.type === 'Social' ? (metadata.target ?? seen.target) : null,
    sync_profile: body.syncProfile ?? seen.sync_profile,
    enable_token_storage: body.enableTokenStorage ?? seen.enable_token_storage,
  };
  const losesTokens = !next.enable_token_storage || secretsMove(factory, config, stored);
  return { seen, next, factory, config, members, losesTokens };
}

/** Whether the connector was still as it was judged. */
async function writeChange(
  { tx, emit }: Change,
  tenantId: string,
  { seen, next, members, losesTokens }: JudgedChange,
): Promise<boolean> {
  const { id } = seen;
  const now = await lockConnector(tx, tenantId, id);
  if (now?.version !== seen.version || now.config !== seen.config) return false;
  if (members.length === 0) return true;
  await saveConnector(tx, tenantId, next);
  if (seen.enable_token_storage && losesTokens) await forgetTokensOfConnector(tx, tenantId, id);
  const data = { settings: 'connectors', connectorId: id, factoryId: seen.factory_id, change: 'update', members };
  await emit({ type: 'settings-changed', data });
  return true;
}

function targetTaken(error: unknown): never {
  if (!isUniqueViolation(error, 'connectors_one_target')) throw error;
  throw new Problem('connector.multiple_target_with_same_platform', { cause: error });
}
