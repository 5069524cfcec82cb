import type { connectorRoutes } from '@freehold/contract';
import { newRecordId } from '../lib/index.ts';
import { type Operation, Problem } from '../operation/index.ts';
import { connectorProblem } from './connector-problem.ts';
import { findConnector } from './connectors.store.ts';
import type { ManagementNeeds } from './management-needs.ts';
import { openSocial } from './open-connector.ts';
import { keepAuthorization } from './service-authorization.ts';

/** Begins to link an identity for a user: the callback's parameters come back through the Management API. */
export const createConnectorAuthorizationUri =
  (needs: ManagementNeeds): Operation<typeof connectorRoutes.createConnectorAuthorizationUri> =>
  async (context, { params: { id }, body: { state, redirectUri } }) => {
    const { tenant, database, origin } = context;
    try {
      const social = await openSocial({ ...needs, database }, tenant.id, id);
      if (!social) {
        const isOther = await findConnector(database, tenant.id, id);
        throw new Problem(isOther ? 'connector.unexpected_type' : 'entity.not_found');
      }
      const { userAgent } = origin;
      const { authorizationUri, session } = await social.connector.authorize({
        state,
        redirectUri,
        connectorId: id,
        jti: newRecordId(),
        ...(userAgent !== undefined && { userAgent }),
      });
      await keepAuthorization(needs, context, { connectorId: id, state, redirectUri, session });
      return { redirectTo: authorizationUri };
    } catch (error) {
      throw connectorProblem(error, id);
    }
  };
