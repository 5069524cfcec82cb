/**
 * The database: one small interface, two implementations (PGlite embedded, PostgreSQL), and the
 * migrations that make the schema.
 *
 * It owns connections, transactions and their repetition, the conversion of values, and the lock on the
 * data folder. It knows no table but its own `schema_migrations`: SQL about the product lives in the
 * `*.store.ts` files of the capabilities. Only this folder imports a database driver.
 */

export {
  type Database,
  DatabaseSetupError,
  DatabaseUnavailable,
  isUniqueViolation,
  type Queryable,
  type SqlValue,
  type Statement,
  statement,
  type Transaction,
} from './database.ts';
export { migrate } from './migrate.ts';
export { type OpenDatabaseOptions, openDatabase } from './open.ts';
