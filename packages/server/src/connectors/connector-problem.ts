import { Problem } from '../operation/index.ts';
import { ConnectorError, type ConnectorErrorCode, connectorErrorCodes } from './port.ts';

/**
 * What a failed call of a connector is to the caller: `connector.<code>` with the status of the catalogue. `data` names
 * the connector. What the provider said stays in the cause, for the log: it can hold anything, a key among it. A Problem
 * stays what it is; any other error is a connector that broke, `connector.general`.
 */
export function connectorProblem(error: unknown, connectorId?: string): Problem {
  if (error instanceof Problem) return error;
  return new Problem(`connector.${connectorErrorCode(error)}`, {
    ...(connectorId !== undefined && { data: { connectorId } }),
    cause: error,
  });
}

const known: ReadonlySet<string> = new Set(connectorErrorCodes);

/** The code of whatever a connector has thrown. Libraries write codes of their own over those of errors that they pass on. */
export const connectorErrorCode = (error: unknown): ConnectorErrorCode =>
  error instanceof ConnectorError && known.has(error.code) ? error.code : 'general';
