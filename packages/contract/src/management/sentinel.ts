/** Lock-outs after too many failed attempts. */
import { z } from 'zod';
import { Id } from '../formats.ts';
import { route } from '../route.ts';

export const sentinelRoutes = {
  releaseLockout: route({
    method: 'POST',
    path: '/api/sentinel-activities/delete',
    summary: 'Release users from a lock-out',
    description:
      'Forgets the failed attempts of these users: who is locked out can try again at once. Users without any are passed over.',
    tag: 'Management',
    caller: 'management',
    body: z.object({
      targetType: z.literal('User'),
      targets: z.array(Id).min(1).max(100).describe('Ids of users'),
    }),
    responses: { 204: null },
    errors: [],
  }),
} as const;
