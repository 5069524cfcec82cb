import { Problem } from '../operation/index.ts';
import { ConnectorError } from './port.ts';

/**
 * What a failed call of a connector is to the caller: `connector.<code>` with the status of the catalogue. `data` names
 * the connector. What the provider said stays in the cause, for the log: it can hold anything, a key among it. A Problem
 * stays what it is; any other error is a connector that broke, `connector.general`.
 */
export function connectorProblem(error: unknown, connectorId?: string): Problem {
  if (error instanceof Problem) return error;
  const code = error instanceof ConnectorError ? error.code : 'general';
  return new Problem(`connector.${code}`, {
    ...(connectorId !== undefined && { data: { connectorId } }),
    cause: error,
  });
}
