/**
 * Asking a provider: every request through the guarded way out, all of one step under one deadline, and every way in
 * which it can go wrong as one of the codes that leave the house.
 */
import * as oauth from 'oauth4webapi';
import { OutboundError } from '../../lib/index.ts';
import { ConnectorError, type ConnectorErrorCode, type ConnectorTools } from '../port.ts';

/** What asking a provider takes. */
export interface ProviderTools extends Pick<ConnectorTools, 'outbound' | 'development'> {
  /** For all requests of one step together, in milliseconds. */
  readonly deadline?: number;
}

/** Somebody waits in front of a browser meanwhile. */
const DEADLINE_MS = 10_000;

/** Options of a request of oauth4webapi. */
export interface RequestOptions {
  readonly signal: AbortSignal;
  readonly [oauth.customFetch]: (url: string, options: FetchOptions) => Promise<Response>;
  readonly [oauth.allowInsecureRequests]: boolean;
}

interface FetchOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs one step with a provider.
 * @throws ConnectorError and nothing else
 */
export async function withProvider<T>(
  { outbound, development, deadline = DEADLINE_MS }: ProviderTools,
  step: (options: RequestOptions) => Promise<T>,
): Promise<T> {
  const signal = AbortSignal.timeout(deadline);
  const options: RequestOptions = {
    signal,
    [oauth.customFetch]: (url, { method = 'GET', headers = {}, body }) =>
      outbound.fetch(url, { method, headers, signal, ...(isBody(body) && { body }) }),
    [oauth.allowInsecureRequests]: development,
  };
  try {
    return await step(options);
  } catch (error) {
    throw toConnectorError(error);
  }
}

const isBody = (body: unknown): body is string | URLSearchParams =>
  typeof body === 'string' || body instanceof URLSearchParams;

/** What the provider's own words for a failure mean to us. They stay in the log. */
function toConnectorError(error: unknown): ConnectorError {
  if (error instanceof ConnectorError) return error;
  const message = error instanceof Error ? error.message : 'the provider could not be understood';
  return new ConnectorError(codeOf(error), message, { cause: error });
}

function codeOf(error: unknown): ConnectorErrorCode {
  if (error instanceof OutboundError) return error.reason === 'too-large' ? 'invalid_response' : 'general';
  // The person declined, or the provider did.
  if (error instanceof oauth.AuthorizationResponseError) return 'authorization_failed';
  if (error instanceof oauth.ResponseBodyError) {
    return error.error === 'invalid_grant' ? 'social_auth_code_invalid' : 'general';
  }
  if (error instanceof oauth.WWWAuthenticateChallengeError) return 'social_invalid_access_token';
  if (!(error instanceof oauth.OperationProcessingError)) return 'general';
  // Codes and secrets do not travel in the clear (RFC 6749 §3.2), whatever the configuration says.
  return error.code === oauth.HTTP_REQUEST_FORBIDDEN ? 'invalid_config' : 'invalid_response';
}

/**
 * Judges the status of an answer.
 * @param refused what 401 and 403 mean here
 * @throws ConnectorError
 */
export function judgeStatus(response: Response, refused: ConnectorErrorCode): void {
  const { status } = response;
  const fail = (code: ConnectorErrorCode) => new ConnectorError(code, `the provider answers with status ${status}`);
  if (status === 429) throw fail('rate_limit_exceeded');
  if (status >= 500) throw fail('general');
  if (status === 401 || status === 403) throw fail(refused);
}

/**
 * Reads a JSON object.
 * @throws ConnectorError `invalid_response`
 */
export async function readObject(response: Response): Promise<Record<string, unknown>> {
  const value = await readJson(response);
  if (isObject(value)) return value;
  throw new ConnectorError('invalid_response', 'the provider answers with something else than a JSON object');
}

/**
 * Reads JSON.
 * @throws ConnectorError `invalid_response`
 */
export async function readJson(response: Response): Promise<unknown> {
  try {
    return JSON.parse(await response.text());
  } catch (cause) {
    throw new ConnectorError('invalid_response', 'the provider answers with something else than JSON', { cause });
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
