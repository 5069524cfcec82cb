/** The security log, for operators. */
import { z } from 'zod';
import { securityEvents } from '../events.ts';
import { Id, Text } from '../formats.ts';
import { route } from '../route.ts';

const Instant = z.int().describe('Milliseconds since the epoch');

/** One thing that happened. */
export const SecurityLog = z.object({
  id: z.string(),
  key: z.string().describe('Type of the security event'),
  createdAt: Instant,
  payload: z.object({
    key: z.string(),
    result: z.enum(['Success', 'Error']).describe('Whether what was tried succeeded'),
    userId: z.string().nullable().describe('The account that it is about'),
    applicationId: z.string().nullable().describe('The client through which it was done'),
    sessionId: z.string().nullable(),
    actor: z.object({ kind: z.enum(['user', 'application', 'system']), id: z.string().nullable() }),
    requestId: z.string().nullable(),
    ip: z.string().optional(),
    userAgent: z.string().optional(),
    data: z.record(z.string(), z.json()).describe('What it says, such as the names of changed members'),
    personal: z
      .record(z.string(), z.json())
      .optional()
      .describe('Old and new values, and what else is personal. Absent once the user is deleted.'),
  }),
});
export type SecurityLog = z.output<typeof SecurityLog>;

const Time = z
  .union([
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
    z.iso.datetime({ offset: true }).transform(value => Date.parse(value)),
  ])
  .pipe(z.int().min(0).max(8_640_000_000_000))
  .describe('Milliseconds since the epoch, or ISO 8601');

export const logRoutes = {
  listLogs: route({
    method: 'GET',
    path: '/api/logs',
    summary: 'List what happened',
    description: 'The newest first, as long as the tenant keeps its security events.',
    tag: 'Management',
    caller: 'management',
    query: z.object({
      userId: Text.max(128).optional(),
      applicationId: Text.max(128).optional(),
      logKey: z
        .string()
        .max(128)
        .optional()
        .describe(`One of ${Object.keys(securityEvents).join(', ')}`),
      start_time: Time.optional().describe('From this instant'),
      end_time: Time.optional().describe('Before this instant'),
    }),
    pagination: 'always',
    responses: { 200: z.array(SecurityLog) },
    errors: [],
  }),
  getLog: route({
    method: 'GET',
    path: '/api/logs/:id',
    summary: 'Read one thing that happened',
    tag: 'Management',
    caller: 'management',
    params: z.object({ id: Id }),
    responses: { 200: SecurityLog },
    errors: ['entity.not_exists_with_id'],
  }),
} as const;
