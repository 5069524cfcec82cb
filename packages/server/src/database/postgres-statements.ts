/** How statements are put to a connection of `pg`. */

import pg from 'pg';
import type { SqlValue, Statement } from './database.ts';
import { translate } from './postgres-errors.ts';
import { toWire } from './wire-format.ts';

type Answered = (error: Error | undefined, result: pg.QueryResult) => void;

/** A named statement on its way: what `pg` makes of a plain object, which it would copy member by member first. */
class NamedQuery extends pg.Query {
  readonly name: string;
  constructor({ name, text }: Statement<unknown>, values: readonly SqlValue[], answered: Answered) {
    super(text, values.map(toWire), answered);
    this.name = name;
  }
}

/** Sends one named statement. Throws `DatabaseError` or `DatabaseUnavailable`. */
export const send = async (
  client: pg.ClientBase,
  statement: Statement<unknown>,
  values: readonly SqlValue[] = [],
): Promise<pg.QueryResult> => {
  try {
    return await new Promise((resolve, reject) => {
      client.query(new NamedQuery(statement, values, (error, result) => (error ? reject(error) : resolve(result))));
    });
  } catch (error) {
    throw translate(error);
  }
};

/** Text without parameters; `query_timeout` is a member that the types of `pg` forget. */
export const sendScript = async (client: pg.ClientBase, script: { text: string; query_timeout?: number }) => {
  try {
    return await client.query(script);
  } catch (error) {
    throw translate(error);
  }
};
