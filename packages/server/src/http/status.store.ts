import { type Queryable, statement } from '../database/database.ts';

const ping = statement<{ one: number }>('status.ping', 'SELECT 1 AS one');

/** Asks the database for an answer. @throws DatabaseUnavailable */
export const pingDatabase = (db: Queryable) => db.row(ping);
