import { seedTenant } from '../applications/index.ts';
import type { TestApp } from './create-test-app.ts';

/** Furnishes a test's tenant as the first start would: the Management API as a resource, its role and first application. */
export const seedTestTenant = (app: TestApp): Promise<void> =>
  app.database.transaction(tx =>
    seedTenant(tx, {
      tenantId: app.tenant.id,
      now: app.clock(),
      managementAppId: 'management-app',
      managementAppSecret: 's'.repeat(32),
      envelope: app.envelope,
    }),
  );
