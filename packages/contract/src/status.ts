/** Whether the product is there. */
import { z } from 'zod';
import { route } from './route.ts';

export const statusRoutes = {
  getStatus: route({
    method: 'GET',
    path: '/api/status',
    summary: 'Is the process serving?',
    tag: 'Status',
    caller: 'anyone',
    responses: { 204: null },
    errors: [],
  }),
  getHealth: route({
    method: 'GET',
    path: '/healthz',
    summary: 'Does the process reach its database?',
    tag: 'Status',
    caller: 'anyone',
    responses: { 200: z.object({ database: z.literal('ok') }) },
    errors: ['server.unavailable'],
  }),
} as const;
