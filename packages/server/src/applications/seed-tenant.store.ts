import type { RoleType } from '@freehold/contract';
import { statement, type Transaction } from '../database/database.ts';

// Everything here leaves alone what is already there: seeding twice is seeding once.

const resource = statement(
  'seed.resource',
  `INSERT INTO resources (tenant_id, id, name, indicator, access_token_ttl, created_at) VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (tenant_id, id) DO NOTHING`,
);

const scope = statement(
  'seed.scope',
  `INSERT INTO scopes (tenant_id, id, resource_id, name, description, created_at) VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (tenant_id, id) DO NOTHING`,
);

const role = statement(
  'seed.role',
  `INSERT INTO roles (tenant_id, id, name, description, type, created_at) VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (tenant_id, id) DO NOTHING`,
);

const roleScope = statement(
  'seed.role-scope',
  'INSERT INTO role_scopes (tenant_id, role_id, scope_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
);

const application = statement(
  'seed.application',
  `INSERT INTO applications (tenant_id, id, name, description, type, oidc_client_metadata, created_at)
   VALUES ($1, $2, $3, $4, 'MachineToMachine', '{"redirectUris":[],"postLogoutRedirectUris":[]}', $5)
   ON CONFLICT (tenant_id, id) DO NOTHING`,
);

const secret = statement(
  'seed.application-secret',
  `INSERT INTO application_secrets (tenant_id, application_id, name, value, created_at) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (tenant_id, application_id, name) DO NOTHING`,
);

const applicationRole = statement(
  'seed.application-role',
  'INSERT INTO application_roles (tenant_id, application_id, role_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
);

/** What a new tenant's Management API consists of. */
export interface Seed {
  readonly tenantId: string;
  readonly now: Date;
  readonly resource: { readonly id: string; readonly name: string; readonly indicator: string; readonly ttl: number };
  readonly scope: { readonly id: string; readonly name: string; readonly description: string };
  /** Each holds the scope. */
  readonly roles: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly type: RoleType;
  }[];
  readonly application: {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly roleId: string;
  };
  /** `value` is a ciphertext. */
  readonly secret: { readonly name: string; readonly value: string };
}

/** Writes the Management API, its scope and roles, and the first application that holds one of them. */
export async function insertSeed(tx: Transaction, seed: Seed): Promise<void> {
  const { tenantId, now } = seed;
  const { id, name, indicator, ttl } = seed.resource;
  await tx.run(resource, [tenantId, id, name, indicator, ttl, now]);
  await tx.run(scope, [tenantId, seed.scope.id, id, seed.scope.name, seed.scope.description, now]);
  for (const { id: roleId, name: roleName, description, type } of seed.roles) {
    await tx.run(role, [tenantId, roleId, roleName, description, type, now]);
    await tx.run(roleScope, [tenantId, roleId, seed.scope.id]);
  }
  await tx.run(application, [tenantId, seed.application.id, seed.application.name, seed.application.description, now]);
  await tx.run(secret, [tenantId, seed.application.id, seed.secret.name, seed.secret.value, now]);
  await tx.run(applicationRole, [tenantId, seed.application.id, seed.application.roleId]);
}
