import { json, statement, type Transaction } from '../database/database.ts';
import type { UserChange } from './users.store.ts';

const insert = statement(
  'users.insert',
  `INSERT INTO users
     (tenant_id, id, username, username_key, primary_email, email_key, primary_phone, name, avatar, profile, custom_data,
      password_digest, password_algorithm, password_updated_at, application_id, is_suspended, created_at, updated_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17)`,
);

/** Inserts a user. A taken identifier violates `users_username_key`, `users_email_key` or `users_phone_key`. */
export const insertUser = (tx: Transaction, tenantId: string, id: string, user: UserChange, now: Date) =>
  tx.run(insert, [
    tenantId,
    id,
    user.username ?? null,
    user.username_key ?? null,
    user.primary_email ?? null,
    user.email_key ?? null,
    user.primary_phone ?? null,
    user.name ?? null,
    user.avatar ?? null,
    json(user.profile ?? {}),
    json(user.custom_data ?? {}),
    user.password_digest ?? null,
    user.password_algorithm ?? null,
    user.password_updated_at ?? null,
    user.application_id ?? null,
    user.is_suspended ?? false,
    now,
  ]);

const insertDefaultRoles = statement(
  'users.insert-default-roles',
  `INSERT INTO user_roles (tenant_id, user_id, role_id)
   SELECT tenant_id, $2, id FROM roles WHERE tenant_id = $1 AND is_default AND type = 'User'`,
);

/** Gives a new user the roles that every new user gets. */
export const giveDefaultRoles = (tx: Transaction, tenantId: string, id: string): Promise<number> =>
  tx.run(insertDefaultRoles, [tenantId, id]);
