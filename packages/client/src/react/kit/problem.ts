import { FreeholdError, OutcomeUnknown } from '../../index.ts';

/** A refusal of the server, or no answer at all (`code` is then `network`), in the one form that the pages explain. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly data: unknown;
  /** Seconds after which trying again makes sense, from `Retry-After`. */
  readonly retryAfter: number | undefined;
  readonly requestId: string | undefined;

  constructor(
    message: string,
    about: {
      status: number;
      code: string;
      data?: unknown;
      retryAfter?: number | undefined;
      requestId?: string | undefined;
    },
  ) {
    super(message);
    this.status = about.status;
    this.code = about.code;
    this.data = about.data;
    this.retryAfter = about.retryAfter;
    this.requestId = about.requestId;
  }
}

/**
 * Waits for a call of the client.
 * @throws Problem in place of the client's errors
 */
export async function ask<Answer>(call: Promise<{ readonly body: Answer }>): Promise<Answer> {
  try {
    return (await call).body;
  } catch (error) {
    throw problemOf(error) ?? error;
  }
}

/** The problem that an error of the client is; undefined for a mistake in a program. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof FreeholdError) {
    const { message, status, code, data, retryAfter, requestId } = error;
    return new Problem(message, { status, code, data, retryAfter, requestId });
  }
  if (error instanceof OutcomeUnknown)
    return new Problem(error.message, { status: error.status ?? 0, code: 'network' });
  return undefined;
}

/** Narrows a parsed answer to something with members. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
