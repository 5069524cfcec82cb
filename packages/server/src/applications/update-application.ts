import { isDeepStrictEqual } from 'node:util';
import type { applicationRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { managementApi } from '../resources/index.ts';
import { applicationView } from './application-view.ts';
import {
  type ApplicationRow,
  applicationHasRole,
  lockApplication,
  saveApplication,
  setApplicationRole,
} from './applications.store.ts';
import { checkApplication } from './check-application.ts';

type UpdateApplication = Operation<typeof applicationRoutes.updateApplication>;
type Body = Parameters<UpdateApplication>[1]['body'];

/** Changes an application; what is sent as it is already changes nothing. */
export const updateApplication: UpdateApplication = ({ tenant, transaction }, { params: { id }, body }) =>
  transaction(async ({ tx, emit }) => {
    const locked = await lockApplication(tx, tenant.id, id);
    if (!locked) throw new Problem('entity.not_exists_with_id');
    const next = merge(locked, body);
    checkApplication(next);
    const members: string[] = Object.keys(body).filter(member => member !== 'isAdmin');
    const isChanged = !isDeepStrictEqual(next, locked);
    if (isChanged) await saveApplication(tx, tenant.id, next);
    const isAdminChanged = body.isAdmin !== undefined && (await setAdmin(body.isAdmin));
    if (isChanged || isAdminChanged) {
      const data = {
        applicationId: id,
        change: 'update',
        members: [...members, ...(isAdminChanged ? ['isAdmin'] : [])],
      };
      await emit({ type: 'application-changed', data });
    }
    const isAdmin = await applicationHasRole(tx, tenant.id, id, managementApi.roleId);
    return { ...applicationView(tenant.id, next), isAdmin };

    function setAdmin(has: boolean): Promise<boolean> {
      // Only what authenticates with a secret of its own may act as nobody in particular.
      if (next.type !== 'MachineToMachine') throw new Problem('application.invalid_role_type');
      return setApplicationRole(tx, tenant.id, { id, roleId: managementApi.roleId, has });
    }
  });

const merge = (row: ApplicationRow, body: Body): ApplicationRow => ({
  ...row,
  name: body.name ?? row.name,
  description: body.description === undefined ? row.description : body.description,
  oidc_client_metadata: {
    ...row.oidc_client_metadata,
    ...body.oidcClientMetadata,
    redirectUris: body.oidcClientMetadata?.redirectUris ?? row.oidc_client_metadata.redirectUris,
    postLogoutRedirectUris:
      body.oidcClientMetadata?.postLogoutRedirectUris ?? row.oidc_client_metadata.postLogoutRedirectUris,
  },
  custom_client_metadata: { ...row.custom_client_metadata, ...body.customClientMetadata },
  custom_data: body.customData ?? row.custom_data,
});
