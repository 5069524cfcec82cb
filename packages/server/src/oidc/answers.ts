import { isErrorCode } from '@freehold/contract';
import { formatMessage, negotiateLocale } from '@freehold/messages';
import { errors, type KoaContextWithOIDC } from './engine.ts';

/** An OAuth error as it leaves the house: the protocol's members, and `code` and `message` for client libraries. */
export interface ErrorBody {
  readonly error: string;
  readonly error_description?: string | undefined;
  readonly code?: string;
  readonly message?: string;
  readonly error_uri?: string;
}

type Context = Pick<KoaContextWithOIDC, 'get' | 'query'>;

const isErrorBody = (body: unknown): body is ErrorBody =>
  typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string';

/**
 * Adds `code`, a localized `message` and `error_uri` to an OAuth error, unless the query says `parse_error=false`.
 * Applications switch on `code`: `oidc.` and the protocol's error, or `session.not_found` for a sign-in that
 * cannot be found or went on elsewhere.
 */
export function withCode(ctx: Context, endpoint: string, body: unknown, failure: unknown): unknown {
  if (!isErrorBody(body) || ctx.query['parse_error'] === 'false') return body;
  const code = failure instanceof errors.SessionNotFound ? 'session.not_found' : `oidc.${body.error}`;
  const locale = negotiateLocale(ctx.get('accept-language') || undefined);
  const message = isErrorCode(code) ? formatMessage(locale, `errors.${code}`) : (body.error_description ?? body.error);
  return { ...body, code, message, ...(isErrorCode(code) && { error_uri: `${endpoint}/errors/${code}` }) };
}

/** The body of an error that the engine did not write itself. */
export const errorBody = (error: InstanceType<typeof errors.OIDCProviderError>): ErrorBody => ({
  error: error.error,
  ...(error.error_description !== undefined && { error_description: error.error_description }),
});
