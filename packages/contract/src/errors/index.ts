/**
 * Every code that an answer of Freehold can carry. A code is a promise to the programs that switch on it, so a new one
 * is added here before any code throws it, and none is ever renamed or given another meaning.
 *
 * The sentence that people read for a code is not here: it is localized and lives in `@freehold/messages`.
 */

import { connectorErrors } from './connectors.ts';
import { directoryErrors } from './directory.ts';
import type { ErrorSpec } from './error-spec.ts';
import { peopleErrors } from './people.ts';
import { proofErrors } from './proofs.ts';
import { protocolErrors } from './protocol.ts';
import { requestErrors } from './requests.ts';

export type { ErrorSpec } from './error-spec.ts';
export { type PasswordIssueCode, type PasswordIssueSpec, passwordIssues } from './password-issues.ts';

/** All problem codes, grouped by family. */
export const errors = {
  ...requestErrors,
  ...proofErrors,
  ...peopleErrors,
  ...connectorErrors,
  ...directoryErrors,
  ...protocolErrors,
} as const satisfies Record<string, ErrorSpec>;

/** A code of {@link errors}: what a client can switch on. */
export type ErrorCode = keyof typeof errors;

/** The entry of a code, with the optional members that the literal types of {@link errors} hide. */
export const errorSpec = (code: ErrorCode): ErrorSpec => errors[code];

/** Whether a text that came from outside, such as a path of `/errors/<code>`, is one of our codes. */
export const isErrorCode = (text: string): text is ErrorCode => Object.hasOwn(errors, text);
