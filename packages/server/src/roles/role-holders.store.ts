import { type ApplicationRow, applicationColumns } from '../applications/index.ts';
import { type Queryable, statement, type Transaction } from '../database/database.ts';
import { type UserWithIdentities, userWithIdentitiesColumns } from '../users/index.ts';
import { type RoleRow, roleColumns, type Window } from './roles.store.ts';

/** Who can have roles: users and machine-to-machine applications, in a table each. */
export type HolderKind = 'user' | 'application';

const tables = {
  user: { table: 'user_roles', column: 'user_id', holders: 'users' },
  application: { table: 'application_roles', column: 'application_id', holders: 'applications' },
} as const;

const statementsOf = (kind: HolderKind) => {
  const { table, column, holders } = tables[kind];
  const held = `${table} h JOIN roles r ON r.tenant_id = h.tenant_id AND r.id = h.role_id
    WHERE h.tenant_id = $1 AND h.${column} = $2`;
  return {
    list: statement<RoleRow>(
      `role-holders.list-roles-of-${kind}`,
      `SELECT ${roleColumns} FROM ${held} ORDER BY r.created_at DESC, r.id LIMIT $3 OFFSET $4`,
    ),
    count: statement<{ total: number }>(`role-holders.count-roles-of-${kind}`, `SELECT count(*) AS total FROM ${held}`),
    giveRoles: statement<{ id: string }>(
      `role-holders.give-roles-to-${kind}`,
      `INSERT INTO ${table} (tenant_id, ${column}, role_id) SELECT $1, $2, unnest($3::text[])
       ON CONFLICT DO NOTHING RETURNING role_id AS id`,
    ),
    keepRoles: statement<{ id: string }>(
      `role-holders.keep-roles-of-${kind}`,
      `DELETE FROM ${table} WHERE tenant_id = $1 AND ${column} = $2 AND NOT role_id = ANY ($3::text[])
       RETURNING role_id AS id`,
    ),
    takeRole: statement(
      `role-holders.take-role-of-${kind}`,
      `DELETE FROM ${table} WHERE tenant_id = $1 AND ${column} = $2 AND role_id = $3`,
    ),
    giveTo: statement<{ id: string }>(
      `role-holders.give-role-to-${kind}s`,
      `INSERT INTO ${table} (tenant_id, role_id, ${column}) SELECT $1, $2, unnest($3::text[])
       ON CONFLICT DO NOTHING RETURNING ${column} AS id`,
    ),
    // Locked in one order, so that two calls that name the same holders do not wait for each other.
    lockHolders: statement<{ id: string }>(
      `role-holders.lock-${kind}s`,
      `SELECT id FROM ${holders} WHERE tenant_id = $1 AND id = ANY ($2::text[]) ORDER BY id FOR KEY SHARE`,
    ),
  };
};

const byKind = { user: statementsOf('user'), application: statementsOf('application') };

/** A user or an application. */
export interface Holder {
  readonly kind: HolderKind;
  readonly id: string;
}

/** One page of the roles that somebody has, newest first, and how many there are. */
export async function listRolesOf(db: Queryable, tenantId: string, { kind, id }: Holder, page: Window) {
  const [rows, counted] = await Promise.all([
    db.rows(byKind[kind].list, [tenantId, id, page?.limit ?? null, page?.offset ?? 0]),
    db.row(byKind[kind].count, [tenantId, id]),
  ]);
  return { rows, total: counted?.total ?? 0 };
}

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/** Gives roles to somebody; returns those that they did not have. */
export const giveRoles = async (tx: Transaction, tenantId: string, { kind, id }: Holder, roleIds: readonly string[]) =>
  idsOf(await tx.rows(byKind[kind].giveRoles, [tenantId, id, roleIds]));

/** Takes from somebody all roles but these; returns those that were taken. */
export const keepRoles = async (tx: Transaction, tenantId: string, { kind, id }: Holder, roleIds: readonly string[]) =>
  idsOf(await tx.rows(byKind[kind].keepRoles, [tenantId, id, roleIds]));

/** Takes one role from somebody; returns how many they had. */
export const takeRole = (tx: Transaction, tenantId: string, { kind, id }: Holder, roleId: string): Promise<number> =>
  tx.run(byKind[kind].takeRole, [tenantId, id, roleId]);

/** Gives one role to several; returns those who did not have it. */
export const giveRoleTo = async (
  tx: Transaction,
  tenantId: string,
  roleId: string,
  { kind, ids }: { readonly kind: HolderKind; readonly ids: readonly string[] },
) => idsOf(await tx.rows(byKind[kind].giveTo, [tenantId, roleId, ids]));

/** Those of the holders that are there; they stay until the transaction ends. */
export const holdHolders = async (
  tx: Transaction,
  tenantId: string,
  { kind, ids }: { readonly kind: HolderKind; readonly ids: readonly string[] },
) => idsOf(await tx.rows(byKind[kind].lockHolders, [tenantId, ids]));

const userFilter = `user_roles h JOIN users u ON u.tenant_id = h.tenant_id AND u.id = h.user_id
  WHERE h.tenant_id = $1 AND h.role_id = $2`;

const users = statement<UserWithIdentities>(
  'role-holders.list-users',
  `SELECT ${userWithIdentitiesColumns} FROM ${userFilter} ORDER BY u.created_at DESC, u.id LIMIT $3 OFFSET $4`,
);

const userCount = statement<{ total: number }>(
  'role-holders.count-users',
  `SELECT count(*) AS total FROM ${userFilter}`,
);

/** One page of the users who have a role, newest first, and how many there are. */
export async function listUsersWith(db: Queryable, tenantId: string, roleId: string, page: NonNullable<Window>) {
  const [rows, counted] = await Promise.all([
    db.rows(users, [tenantId, roleId, page.limit, page.offset]),
    db.row(userCount, [tenantId, roleId]),
  ]);
  return { rows, total: counted?.total ?? 0 };
}

const applicationFilter = `application_roles h JOIN applications a ON a.tenant_id = h.tenant_id AND a.id = h.application_id
  WHERE h.tenant_id = $1 AND h.role_id = $2`;

const applications = statement<ApplicationRow>(
  'role-holders.list-applications',
  `SELECT ${applicationColumns} FROM ${applicationFilter} ORDER BY a.created_at DESC, a.id LIMIT $3 OFFSET $4`,
);

const applicationCount = statement<{ total: number }>(
  'role-holders.count-applications',
  `SELECT count(*) AS total FROM ${applicationFilter}`,
);

const otherTypes = statement<{ id: string }>(
  'role-holders.other-application-types',
  `SELECT id FROM applications WHERE tenant_id = $1 AND id = ANY ($2::text[]) AND type <> 'MachineToMachine'`,
);

/** One page of the applications that have a role, newest first, and how many there are. */
export async function listApplicationsWith(db: Queryable, tenantId: string, roleId: string, page: NonNullable<Window>) {
  const [rows, counted] = await Promise.all([
    db.rows(applications, [tenantId, roleId, page.limit, page.offset]),
    db.row(applicationCount, [tenantId, roleId]),
  ]);
  return { rows, total: counted?.total ?? 0 };
}

/** Those of the applications that are not machine-to-machine. */
export const findOtherTypes = async (db: Queryable, tenantId: string, ids: readonly string[]): Promise<string[]> =>
  idsOf(await db.rows(otherTypes, [tenantId, ids]));
