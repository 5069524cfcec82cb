/**
 * Subject tokens: one use, ten minutes. A service that may call the Management API gets one for a user and an application
 * exchanges it for an access token of that user (RFC 8693).
 *
 * Owns `subject_tokens`, which holds SHA-256 of the tokens only. The exchange itself is the protocol engine's (`oidc/`),
 * which finds a token here and takes it, once, in the transaction that issues the access token. Which application may
 * exchange is said by the application (`applications/`).
 */
import type { subjectTokenRoutes } from '@freehold/contract';
import type { Handlers } from '../operation/index.ts';
import { createSubjectToken } from './create-subject-token.ts';

export { findSubjectToken, type SubjectTokenRow, takeSubjectToken } from './subject-tokens.store.ts';

/** The operations of {@link subjectTokenRoutes}. */
export const subjectTokenHandlers = { createSubjectToken } satisfies Handlers<typeof subjectTokenRoutes>;
