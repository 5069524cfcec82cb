/** Subject tokens: how a service gets an application to act as a user, for one exchange (RFC 8693). */
import { z } from 'zod';
import { CustomData, Id } from '../formats.ts';
import { route } from '../route.ts';

export const subjectTokenRoutes = {
  createSubjectToken: route({
    method: 'POST',
    path: '/api/subject-tokens',
    summary: 'Get a subject token of a user',
    description:
      'For token exchange (RFC 8693): within ten minutes and once, an application whose `customClientMetadata.allowTokenExchange` is true gets an access token of the user for it, with `subject_token_type` `urn:logto:token-type:impersonation_token`. The user needs no password and is not asked, so hand it to nobody else. `context` says why; it is kept, encrypted, with the security event.',
    tag: 'Management',
    caller: 'management',
    body: z.object({ userId: Id, context: CustomData.optional() }),
    responses: {
      201: z.object({
        subjectToken: z.string(),
        expiresIn: z.int().describe('Seconds'),
      }),
    },
    errors: ['entity.relation_foreign_key_not_found', 'user.suspended'],
  }),
} as const;
