import { type ErrorCode, errors } from '@freehold/contract';
import { formatMessage, type Locale } from '@freehold/messages';
import { Problem } from '../operation/index.ts';

/** A refusal as it leaves the house: RFC 9457 members and the contract's `code`, `message`, `data`, `details`. */
export interface ProblemResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Media type of every error under `/api`. */
export const problemMediaType = 'application/problem+json; charset=utf-8';

/**
 * Writes a {@link Problem} in the caller's language. `type` is the address of a page that explains
 * the code; `title` stays in English, so that logs and searches agree.
 */
export function problemResponse(problem: Problem, locale: Locale, endpoint: string): ProblemResponse {
  const { code, options } = problem;
  const spec = errors[code];
  const status = options.status ?? spec.status;
  return {
    status,
    headers: { ...(status === 401 && { 'www-authenticate': challenge(code) }), ...options.headers },
    body: JSON.stringify({
      code,
      message: formatMessage(locale, `errors.${code}`, options.values),
      data: options.data,
      details: options.details,
      type: `${endpoint}/errors/${code}`,
      title: spec.title,
      status,
    }),
  };
}

/**
 * RFC 6750 §3: a request without a token gets a bare challenge, one with a bad token is told so. What a provider has
 * refused says nothing about the caller's own token, which clients would throw away.
 */
function challenge(code: ErrorCode): string {
  if (code === 'auth.authorization_header_missing' || code.startsWith('connector.')) return 'Bearer';
  return 'Bearer error="invalid_token"';
}

/** The problem that an unforeseen error becomes: nothing of it leaves the house but the fact. */
export const internalError = (cause: unknown): Problem => new Problem('server.internal_error', { cause });
