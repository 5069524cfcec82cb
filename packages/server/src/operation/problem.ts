import type { ErrorCode } from '@freehold/contract';

/** What a {@link Problem} may carry beside its code. */
export interface ProblemOptions {
  /** HTTP status where the wire's differs from the catalogue's (a missing scope is 400, 401 or 403 by route). */
  readonly status?: number;
  /** Machine-readable data that leaves the house as `data`. */
  readonly data?: unknown;
  /** Text that leaves the house as `details`; validation errors only. */
  readonly details?: string;
  /** Values for the localized message. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** Response headers, such as `Retry-After` or `WWW-Authenticate`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** For the log, never for the caller. */
  readonly cause?: unknown;
}

/**
 * A refusal with a code of the catalogue: the only error that reaches a caller as something else
 * than 500. Code for machines, localized sentence for people, cause for the log (RFC 9457).
 */
export class Problem extends Error {
  readonly code: ErrorCode;
  readonly options: ProblemOptions;
  constructor(code: ErrorCode, options: ProblemOptions = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Problem';
    this.code = code;
    this.options = options;
  }
}
