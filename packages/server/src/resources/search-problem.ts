import { DatabaseError } from '../database/database.ts';
import { Problem } from '../operation/index.ts';

/** A pattern that the database cannot read (SQLSTATE class 22), such as one that ends in its escape character, is the caller's. */
export function rethrowSearchProblem(error: unknown): never {
  if (error instanceof DatabaseError && error.sqlState.startsWith('22'))
    throw new Problem('request.invalid_input', { data: { parameter: 'search' }, cause: error });
  throw error;
}
