import type { connectorRoutes } from '@freehold/contract';
import { type ManagementContext, type Operation, Problem } from '../operation/index.ts';
import { checkConfig } from './check-connector.ts';
import { findSender } from './connectors.store.ts';
import { findFactory } from './factories.ts';
import { closeConnector, makeConnector } from './make-connector.ts';
import type { ManagementNeeds } from './management-needs.ts';
import { type ConnectorConfig, ConnectorError } from './port.ts';
import { openConfig } from './stored-config.ts';

/** Sends a real message with a config that may not be saved yet. */
export const testConnector =
  (needs: ManagementNeeds): Operation<typeof connectorRoutes.testConnector> =>
  async (context, { params: { factoryId }, body }) => {
    const factory = findFactory(needs.development, factoryId);
    // Not the 501 of a sender that nobody has set up: here it is the caller who is mistaken.
    if (!factory) throw new Problem('connector.not_found', { status: 400 });
    if (factory.type === 'Social') throw new Problem('connector.unexpected_type');
    const to = factory.type === 'Email' ? body.email : body.phone;
    if (to === undefined) throw new Problem('connector.insufficient_request_parameters');
    const stored = await storedConfig(needs, context, factoryId, factory.type);
    const config = await checkConfig(factory, body.config, stored);
    const made = makeConnector({ tenantId: context.tenant.id, ...needs }, factory, config);
    const sender = { connectorId: undefined, factoryId, config };
    try {
      if (made.type === 'Email') {
        const tried = { Email: { ...sender, connector: made.connector } };
        await needs.sendTest(context, tried, { channel: 'email', to, locale: body.locale });
      } else if (made.type === 'Sms') {
        const tried = { Sms: { ...sender, connector: made.connector } };
        await needs.sendTest(context, tried, { channel: 'phone', to, locale: body.locale });
      }
    } catch (error) {
      throw withReason(error);
    } finally {
      closeConnector(made);
    }
    return undefined;
  };

/** Whoever has typed the config may know what is wrong with it, in our words: the provider's own are for the log. */
function withReason(error: unknown): unknown {
  if (!(error instanceof Problem) || !(error.cause instanceof ConnectorError)) return error;
  const { reason } = error.cause;
  const { data, cause } = error.options;
  return reason === undefined ? error : new Problem(error.code, { data: { ...Object(data), reason }, cause });
}

async function storedConfig(
  { envelope }: ManagementNeeds,
  { tenant, database }: ManagementContext,
  factoryId: string,
  type: 'Email' | 'Sms',
): Promise<ConnectorConfig | undefined> {
  const row = await findSender(database, tenant.id, type);
  return row?.factory_id === factoryId ? openConfig(envelope, tenant.id, row) : undefined;
}
