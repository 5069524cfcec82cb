import { isErrorCode } from '@freehold/contract';
import { formatMessage, negotiateLocale } from '@freehold/messages';
import { DatabaseUnavailable } from '../database/database.ts';
import { errors, type KoaContextWithOIDC } from './engine.ts';
import { renderPage, sentence } from './html.ts';
import { currentState, type RequestState } from './request-state.ts';

/** An OAuth error as it leaves the house: the protocol's members, and `code` and `message` for client libraries. */
export interface ErrorBody {
  readonly error: string;
  readonly error_description?: string | undefined;
  readonly code?: string;
  readonly message?: string;
  readonly error_uri?: string;
}

const isErrorBody = (body: unknown): body is ErrorBody =>
  typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string';

/**
 * Adds `code`, a localized `message` and `error_uri` to an OAuth error, unless the query says `parse_error=false`.
 * Applications switch on `code`: `oidc.` and the protocol's error, or `session.not_found` for a sign-in that
 * cannot be found or went on elsewhere.
 */
export function withCode(ctx: KoaContextWithOIDC, endpoint: string, body: unknown, failure: unknown): unknown {
  return isErrorBody(body) && ctx.query['parse_error'] !== 'false' ? addCode(ctx, endpoint, body, failure) : body;
}

function addCode(ctx: Pick<KoaContextWithOIDC, 'get'>, endpoint: string, body: ErrorBody, failure: unknown) {
  const code = failure instanceof errors.SessionNotFound ? 'session.not_found' : `oidc.${body.error}`;
  const locale = negotiateLocale(ctx.get('accept-language') || undefined);
  const message = isErrorCode(code) ? formatMessage(locale, `errors.${code}`) : (body.error_description ?? body.error);
  return { ...body, code, message, ...(isErrorCode(code) && { error_uri: `${endpoint}/errors/${code}` }) };
}

/** Answers with an error in place of whatever the engine has said. */
export function answerError(ctx: KoaContextWithOIDC, state: RequestState, error: unknown): void {
  state.failure = error;
  const known = error instanceof errors.OIDCProviderError ? error : unforeseen(error);
  ctx.remove('location');
  ctx.remove('content-type');
  ctx.status = known.statusCode;
  renderError(ctx, { error: known.error, error_description: known.error_description }, known);
}

/** What is our fault is told as such and no more. */
function unforeseen(error: unknown): InstanceType<typeof errors.OIDCProviderError> {
  const unavailable = error instanceof DatabaseUnavailable;
  const name = unavailable ? 'temporarily_unavailable' : 'server_error';
  const known = new errors.OIDCProviderError(unavailable ? 503 : 500, name);
  known.error_description = 'the server could not answer';
  return known;
}

/** An error that cannot be taken back to the application: a page for people, JSON for programs. */
export function renderError(ctx: KoaContextWithOIDC, out: ErrorBody, failure: Error): void {
  if (ctx.accepts('json', 'html') !== 'html') {
    ctx.body = out;
    return;
  }
  const { endpoint } = currentState().tenant;
  const { code, message } = addCode(ctx, endpoint, out, failure);
  renderPage(ctx, {
    title: sentence(ctx, 'pages.protocolError.title'),
    text: message,
    next: sentence(ctx, 'pages.error.next'),
    code,
  });
}
