/**
 * What the first start makes: the tenant `default`, furnished, its first administrator, and in development a demo user. Of
 * several processes that start at once on an empty database exactly one makes it.
 */
import { randomUUID } from 'node:crypto';
import { makeAdministrator } from './administrators.ts';
import { seedTenant } from './applications/index.ts';
import type { Database, Transaction } from './database/index.ts';
import { recordEvent } from './events/index.ts';
import type { PasswordHasher, StoredPassword } from './factors/index.ts';
import type { Secrets } from './first-start.ts';
import type { Envelope } from './lib/index.ts';
import { endAllSessions } from './sessions/index.ts';
import { createTenant, DEFAULT_TENANT, findTenantRow, type NewTenant } from './tenants/index.ts';
import { addUser, deleteUserRow, usernameColumns } from './users/index.ts';

/** The user that development starts with. Its id is known, so that production can make sure it is not there. */
export const demoUser = { id: 'demouser0000', username: 'demo' } as const;

/** The username of the administrator of the first start. */
export const FIRST_ADMINISTRATOR = 'admin';

/** What making a tenant needs. */
export interface Furnishing {
  readonly database: Database;
  readonly envelope: Envelope;
  readonly now: Date;
  readonly managementApp: { readonly id: string; readonly secret: string };
}

/** Makes a tenant with settings, its Management API resource and a first application that may call it. */
export const makeTenant = (
  { database, envelope, now, managementApp }: Furnishing,
  tenant: NewTenant,
  more: (tx: Transaction) => Promise<void> = async () => {},
): Promise<boolean> =>
  createTenant({ database, envelope, now }, tenant, async tx => {
    await seedTenant(tx, {
      tenantId: tenant.id,
      now,
      managementAppId: managementApp.id,
      managementAppSecret: managementApp.secret,
      envelope,
    });
    await more(tx);
  });

/** Makes the tenant `default` if there is none; returns whether this is the first start. */
export async function bootstrap(needs: {
  readonly database: Database;
  readonly envelope: Envelope;
  readonly hasher: PasswordHasher;
  readonly secrets: Secrets;
  readonly development: boolean;
  readonly now: Date;
}): Promise<boolean> {
  const { database, envelope, hasher, secrets, development, now } = needs;
  const makeFirst = async () => {
    const managementApp = { id: secrets.managementAppId, secret: secrets.managementAppSecret };
    // Before the transaction: hashing would hold it up.
    const password = await hasher.hash(secrets.administratorPassword);
    const demoPassword = development ? await hasher.hash(secrets.demoPassword) : undefined;
    return makeTenant({ database, envelope, now, managementApp }, { id: DEFAULT_TENANT }, async tx => {
      const common = { tenantId: DEFAULT_TENANT, envelope, now };
      await makeAdministrator(tx, { ...common, username: FIRST_ADMINISTRATOR, password });
      if (demoPassword) await addDemoUser(tx, { ...common, password: demoPassword });
    });
  };
  const first = !(await findTenantRow(database, DEFAULT_TENANT)) && (await makeFirst());
  if (!development) await removeDemoUser(database, now);
  return first;
}

async function addDemoUser(
  tx: Transaction,
  made: {
    readonly tenantId: string;
    readonly password: StoredPassword;
    readonly envelope: Envelope;
    readonly now: Date;
  },
): Promise<void> {
  const { tenantId, password, envelope, now } = made;
  const user = {
    id: demoUser.id,
    ...usernameColumns(demoUser.username, true),
    password_digest: password.digest,
    password_algorithm: password.algorithm,
    password_updated_at: now,
  };
  const source = { tenantId, now, requestId: randomUUID(), actor: { kind: 'system' } as const };
  const emit = (event: Parameters<typeof recordEvent>[3]) => recordEvent(tx, envelope, source, event);
  await addUser({ tx, emit }, { tenantId, user, now, envelope });
}

/** A database that development has used may later serve: the user whose password stood on a terminal must not be in it. */
const removeDemoUser = (database: Database, now: Date): Promise<void> =>
  database.transaction(async tx => {
    await endAllSessions(tx, { tenantId: DEFAULT_TENANT, userId: demoUser.id, now });
    await deleteUserRow(tx, DEFAULT_TENANT, demoUser.id);
  });
