import { type Queryable, type Statement, statement } from '../database/database.ts';
import { type UserRow, userColumns } from './users.store.ts';

/** What a person can be named by. */
export type IdentifierType = 'username' | 'email' | 'phone';

const find = (type: IdentifierType, column: string): Statement<UserRow> =>
  statement<UserRow>(
    `users.find-by-${type}`,
    `SELECT ${userColumns} FROM users WHERE tenant_id = $1 AND ${column} = $2`,
  );

const byType: Readonly<Record<IdentifierType, Statement<UserRow>>> = {
  username: find('username', 'username_key'),
  email: find('email', 'email_key'),
  phone: find('phone', 'primary_phone'),
};

/** The user who has an identifier; `key` is the form in which it is unique (`usernameKey`, `emailKey`, digits). */
export const findUserByIdentifier = (
  db: Queryable,
  tenantId: string,
  type: IdentifierType,
  key: string,
): Promise<UserRow | undefined> => db.row(byType[type], [tenantId, key]);
