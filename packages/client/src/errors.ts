import type { ErrorCode } from '@freehold/contract';

/** The body of a refusal (RFC 9457). */
export interface Problem {
  readonly code: ErrorCode;
  readonly message: string;
  readonly status: number;
  readonly data?: unknown;
  readonly details?: string;
}

/**
 * The server refused: with a `status` below 500, nothing has been changed. Switch on `code`; show `message`, which is in the
 * language of the client.
 */
export class FreeholdError extends Error {
  override readonly name = 'FreeholdError';
  readonly code: ErrorCode;
  readonly status: number;
  readonly data: unknown;
  readonly details: string | undefined;
  /** Seconds after which it makes sense to try again, where the server says so. */
  readonly retryAfter: number | undefined;
  /** What the people who run the server find this very request by. */
  readonly requestId: string | undefined;

  constructor(
    { code, message, status, data, details }: Problem,
    about: { readonly retryAfter?: number | undefined; readonly requestId?: string | undefined } = {},
  ) {
    super(message);
    this.code = code;
    this.status = status;
    this.data = data;
    this.details = details;
    this.retryAfter = about.retryAfter;
    this.requestId = about.requestId;
  }
}

/**
 * No answer of ours arrived: the network failed, the wait was ended, something in between answered instead, or there was no
 * access token to ask with. Whether the server did what it was asked is unknown; read before repeating a change.
 */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
  /** Status of the answer that was not ours, if there was one. */
  readonly status: number | undefined;

  constructor(message: string, options: { readonly status?: number; readonly cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.status = options.status;
  }
}
