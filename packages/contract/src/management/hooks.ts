/** Webhooks: subscriptions to what happens, told to a URL. */
import { z } from 'zod';
import { silentWebhookEvents, webhookEvents } from '../events.ts';
import { Id, isWebUrl, Text } from '../formats.ts';
import { route } from '../route.ts';

/** What stands for the value of a header that carries a credential. */
export const hiddenHeaderValue = '********';

/** Headers of the connection, of the message's frame, and the signatures: nobody else sets them. */
const ownHeaders =
  /^(host|connection|keep-alive|upgrade|te|trailer|transfer-encoding|content-length|expect|proxy-.*|logto-signature-.*|webhook-(id|timestamp|signature))$/i;

const HeaderName = z
  .string()
  .max(128)
  .regex(/^[\w!#$%&'*+.^`|~-]+$/)
  .refine(name => !ownHeaders.test(name), { message: 'must not be a header that the delivery itself sets' });

/** Visible ASCII, space and tab (RFC 9110 §5.5): a line break would begin a header, or a request, of its own. */
const HeaderValue = z
  .string()
  .max(4096)
  .regex(/^[\x20-\x7e\t]*$/);

const HookUrl = Text.max(2048).refine(
  value => isWebUrl(value) && new URL(value).username === '' && new URL(value).password === '',
  { message: 'must be an http(s) URL without credentials' },
);

const HookConfig = z.object({
  url: HookUrl,
  headers: z
    .record(HeaderName, HeaderValue)
    .refine(headers => Object.keys(headers).length <= 32, { message: 'must be at most 32 headers' })
    .optional()
    .describe('Sent with every delivery. `user-agent` and `content-type` can be replaced.'),
});
export type HookConfig = z.output<typeof HookConfig>;

const HookEvent = z
  .enum([...webhookEvents, ...silentWebhookEvents])
  .describe(
    `Sent today: ${webhookEvents.join(', ')}. The other names are accepted, so that subscriptions of existing applications can be taken over, and are never sent.`,
  );
export type HookEvent = z.output<typeof HookEvent>;

const Events = z.array(HookEvent).min(1).max(100);
const Name = Text.min(1).max(256);
const Instant = z.int().describe('Milliseconds since the epoch');

/** A webhook. */
export const Hook = z.object({
  tenantId: z.string(),
  id: z.string(),
  name: z.string(),
  event: HookEvent.nullable().describe('The event, if there is only one'),
  events: z.array(HookEvent),
  config: z.object({
    url: z.string(),
    headers: z
      .record(z.string(), z.string())
      .optional()
      .describe(
        'Values of headers whose names speak of a credential are hidden. A hidden value that is sent back keeps the stored one, as long as the URL stays at the same origin.',
      ),
  }),
  signingKey: z.string().describe('Signs the deliveries: `whsec_` and base64 of 32 random bytes'),
  enabled: z.boolean(),
  createdAt: Instant,
  executionStats: z
    .object({ successCount: z.int(), requestCount: z.int() })
    .optional()
    .describe('Of the last 24 hours, with `includeExecutionStats`'),
});
export type Hook = z.output<typeof Hook>;

/** One attempt to deliver an event. */
export const HookLog = z.object({
  id: z.string(),
  key: z.string().describe('`TriggerHook.<event>`'),
  createdAt: Instant,
  payload: z.object({
    key: z.string(),
    result: z.enum(['Success', 'Error']),
    hookId: z.string(),
    attempt: z.int().describe('1 for the first'),
    nextAttemptAt: Instant.nullable().describe('Null when it was delivered, or given up'),
    hookRequest: z.object({ body: z.record(z.string(), z.json()) }),
    response: z
      .object({ statusCode: z.int(), body: z.json().describe('At most 8 kB of it; JSON where it is JSON') })
      .optional()
      .describe('Absent when no answer came'),
    error: z.string().optional(),
  }),
});
export type HookLog = z.output<typeof HookLog>;

const Flag = z
  .enum(['true', 'false', '1', '0', ''])
  .transform(value => value === 'true' || value === '1' || value === '');
const HookId = z.object({ id: Id });
const Stats = z.object({ includeExecutionStats: Flag.optional() });

export const hookRoutes = {
  createHook: route({
    method: 'POST',
    path: '/api/hooks',
    summary: 'Create a webhook',
    description:
      'Events are told by `POST` with a JSON body, signed in two ways: the header `logto-signature-sha-256` is the hex HMAC-SHA256 of the raw body under the signing key as it is printed; `webhook-id`, `webhook-timestamp` and `webhook-signature` are those of the Standard Webhooks specification. An answer with a status from 200 to 299 within ten seconds ends it; everything else is tried again, 12 times over more than a day, the first time within 15 seconds. An event can arrive twice and out of order: `webhook-id` stays the same. Private network addresses are refused.',
    tag: 'Management',
    caller: 'management',
    body: z
      .object({
        name: Name,
        event: HookEvent.optional().describe('In place of `events`, for one'),
        events: Events.optional(),
        config: HookConfig,
        enabled: z.boolean().optional().describe('`true` by default'),
      })
      .refine(({ event, events }) => event !== undefined || events !== undefined, {
        message: 'must name at least one event',
        path: ['events'],
      }),
    responses: { 201: Hook },
    errors: [],
  }),
  listHooks: route({
    method: 'GET',
    path: '/api/hooks',
    summary: 'List the webhooks',
    tag: 'Management',
    caller: 'management',
    query: Stats,
    pagination: 'optional',
    responses: { 200: z.array(Hook) },
    errors: [],
  }),
  getHook: route({
    method: 'GET',
    path: '/api/hooks/:id',
    summary: 'Read a webhook',
    tag: 'Management',
    caller: 'management',
    params: HookId,
    query: Stats,
    responses: { 200: Hook },
    errors: ['entity.not_exists_with_id'],
  }),
  updateHook: route({
    method: 'PATCH',
    path: '/api/hooks/:id',
    summary: 'Change a webhook',
    description:
      'Absent members are kept; `config` is replaced as a whole. A webhook that is disabled is sent nothing, and what was waiting for it is dropped.',
    tag: 'Management',
    caller: 'management',
    params: HookId,
    body: z.object({
      name: Name.optional(),
      event: HookEvent.optional(),
      events: Events.optional(),
      config: HookConfig.optional(),
      enabled: z.boolean().optional(),
    }),
    responses: { 200: Hook },
    errors: ['entity.not_exists_with_id', 'request.invalid_input'],
  }),
  deleteHook: route({
    method: 'DELETE',
    path: '/api/hooks/:id',
    summary: 'Delete a webhook with its log',
    tag: 'Management',
    caller: 'management',
    params: HookId,
    responses: { 204: null },
    errors: ['entity.not_found'],
  }),
  rotateHookSigningKey: route({
    method: 'PATCH',
    path: '/api/hooks/:id/signing-key',
    summary: 'Give a webhook a new signing key',
    description: 'The old one signs nothing any more, deliveries that are tried again included.',
    tag: 'Management',
    caller: 'management',
    params: HookId,
    responses: { 200: Hook },
    errors: ['entity.not_exists_with_id'],
  }),
  listHookLogs: route({
    method: 'GET',
    path: '/api/hooks/:id/recent-logs',
    summary: 'List what was sent to a webhook and what it answered',
    description:
      'One entry an attempt, newest first, of the last 14 days. Entries about a user are deleted with the user.',
    tag: 'Management',
    caller: 'management',
    params: HookId,
    query: z.object({ logKey: z.string().max(128).optional().describe('`TriggerHook.<event>`') }),
    pagination: 'always',
    responses: { 200: z.array(HookLog) },
    errors: ['entity.not_exists_with_id'],
  }),
  testHook: route({
    method: 'POST',
    path: '/api/hooks/:id/test',
    summary: 'Send a webhook what an event would send',
    description:
      'Once for each event, at once, with made-up data and the signing key of the webhook, to the URL in the body, which need not be saved. Nothing is tried again and nothing is logged.',
    tag: 'Management',
    caller: 'management',
    params: HookId,
    body: z.object({ events: Events.max(10), config: HookConfig }),
    responses: { 204: null },
    errors: [
      'entity.not_exists_with_id',
      'request.invalid_input',
      'hook.send_test_payload_failed',
      'hook.endpoint_responded_with_error',
    ],
  }),
} as const;
