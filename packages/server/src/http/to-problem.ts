import { DatabaseUnavailable } from '../database/index.ts';
import { QueueFull } from '../lib/index.ts';
import { Problem } from '../operation/index.ts';
import { internalError } from './problem-response.ts';

const isCode = (error: Error, code: string): boolean => 'code' in error && error.code === code;

/** What an error is to the caller. Only the catalogue's codes leave the house; a driver's words never do. */
export function toProblem(error: Error): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof QueueFull) {
    return new Problem('server.busy', { headers: { 'retry-after': String(error.retryAfterSeconds) }, cause: error });
  }
  if (error instanceof DatabaseUnavailable) {
    return new Problem('server.unavailable', { headers: { 'retry-after': '1' }, cause: error });
  }
  if (isCode(error, 'FST_ERR_CTP_BODY_TOO_LARGE')) return new Problem('request.body_too_large');
  if (isCode(error, 'FST_ERR_CTP_INVALID_MEDIA_TYPE')) return new Problem('request.unsupported_media_type');
  if (isCode(error, 'FST_ERR_BAD_URL')) return new Problem('guard.invalid_input', { values: { part: 'params' } });
  const status = 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status >= 400 && status < 500)
    return new Problem('guard.invalid_input', { values: { part: 'body' }, cause: error });
  return internalError(error);
}
