import type { ServerResponse } from 'node:http';
import { formatMessage } from '@freehold/messages';
import { DatabaseUnavailable } from '../database/index.ts';
import { Problem } from '../operation/index.ts';

/** The answer to a request that reaches no engine; the shape is that of the engine's own refusals, with `code` and `message`. */
interface Refusal {
  readonly status: number;
  readonly error: string;
  readonly code: string;
  readonly message: string;
}

/**
 * What stands in the way of an engine: the host is no tenant's, the database is away, or the tenant's keys cannot be
 * opened. Clients throw their tokens away at `invalid_request` and come again after 503, so these must not be mixed up.
 */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Problem && error.code === 'tenant.not_found') {
    const message = formatMessage('en', 'errors.tenant.not_found');
    return { status: 404, error: 'invalid_request', code: error.code, message };
  }
  const [status, name, message] =
    error instanceof DatabaseUnavailable
      ? [503, 'temporarily_unavailable', 'the server cannot answer at this moment']
      : [500, 'server_error', 'the server could not answer'];
  return { status: Number(status), error: String(name), code: `oidc.${name}`, message: String(message) };
}

/** Answers a request that reaches no engine; returns the status. */
export function refuse(error: unknown, requestId: string, response: ServerResponse): number {
  const { status, error: name, code, message } = refusalOf(error);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'logto-core-request-id': requestId,
    'x-content-type-options': 'nosniff',
    ...(status === 503 && { 'retry-after': '1' }),
  });
  response.end(JSON.stringify({ error: name, error_description: message, code, message }));
  return status;
}
