import { insertAccountCenter } from '../account-center/index.ts';
import type { Transaction } from '../database/database.ts';
import type { Envelope } from '../lib/index.ts';
import { managementApi, managementApiIndicator } from '../resources/index.ts';
import { insertSignInExperience } from '../sign-in-experience/index.ts';
import { DEFAULT_SECRET, sealApplicationSecret } from './application-secret.ts';
import { insertSeed } from './seed-tenant.store.ts';

/**
 * Furnishes a new tenant: settings of account center and sign-in as shipped, the Management API as a resource, the
 * roles of the machines and people who may do everything, and the first machine-to-machine application. What is already there stays as it is.
 */
export async function seedTenant(
  tx: Transaction,
  {
    tenantId,
    now,
    managementAppId,
    managementAppSecret,
    envelope,
  }: {
    readonly tenantId: string;
    readonly now: Date;
    readonly managementAppId: string;
    readonly managementAppSecret: string;
    readonly envelope: Envelope;
  },
): Promise<void> {
  await insertAccountCenter(tx, tenantId);
  await insertSignInExperience(tx, tenantId);
  const secret = { tenantId, applicationId: managementAppId, name: DEFAULT_SECRET };
  await insertSeed(tx, {
    tenantId,
    now,
    resource: {
      id: managementApi.resourceId,
      name: 'Management API',
      indicator: managementApiIndicator(tenantId),
      ttl: 3600,
    },
    scope: {
      id: managementApi.scopeId,
      name: managementApi.scope,
      description: 'Everything that the Management API can do',
    },
    roles: [
      {
        id: managementApi.roleId,
        name: managementApi.roleName,
        description: 'Machine-to-machine applications that may do everything',
        type: 'MachineToMachine',
      },
      {
        id: managementApi.administratorRoleId,
        name: managementApi.administratorRoleName,
        description: 'People who may do everything, in the console',
        type: 'User',
      },
    ],
    application: {
      id: managementAppId,
      roleId: managementApi.roleId,
      name: 'Management',
      description: 'The first application that may call the Management API',
    },
    secret: { name: DEFAULT_SECRET, value: sealApplicationSecret(envelope, secret, managementAppSecret) },
  });
}
