import { type Queryable, statement } from '../database/database.ts';

/** Whoever a message is for: what its words and its language depend on. */
export interface Addressee {
  readonly id: string;
  readonly username: string | null;
  readonly primary_email: string | null;
  readonly primary_phone: string | null;
  readonly name: string | null;
  readonly avatar: string | null;
  readonly profile: Readonly<Record<string, unknown>>;
  /** Languages of their last sign-in by falling preference, separated by spaces. */
  readonly locale: string | null;
}

const find = statement<Addressee>(
  'users.find-addressee',
  `SELECT id, username, primary_email, primary_phone, name, avatar, profile, locale
   FROM users WHERE tenant_id = $1 AND id = $2`,
);

/** The user as an addressee, or undefined. */
export const findAddressee = (db: Queryable, tenantId: string, userId: string): Promise<Addressee | undefined> =>
  db.row(find, [tenantId, userId]);
