import type { Database } from '../database/index.ts';

/** A database in which something can be made to happen in the middle of a request. */
export interface Meddling {
  readonly database: Database;
  /** Does `change`, once, right after a read of one row by the statement `name` outside of any transaction. */
  readonly after: (name: string, change: () => Promise<unknown>) => void;
  /** Whether the change that was asked for last has not come about. */
  readonly isWaiting: () => boolean;
}

/** Lets changes overtake a request between what it has read and what it writes. */
export function createMeddling(database: Database): Meddling {
  let waiting: { readonly name: string; readonly change: () => Promise<unknown> } | undefined;
  return {
    after: (name, change) => {
      waiting = { name, change };
    },
    isWaiting: () => waiting !== undefined,
    database: {
      ...database,
      kind: database.kind,
      rows: (statement, values) => database.rows(statement, values),
      run: (statement, values) => database.run(statement, values),
      script: sql => database.script(sql),
      close: () => database.close(),
      transaction: work => database.transaction(work),
      row: async (statement, values) => {
        const found = await database.row(statement, values);
        if (waiting?.name === statement.name) {
          const { change } = waiting;
          waiting = undefined;
          await change();
        }
        return found;
      },
    },
  };
}
