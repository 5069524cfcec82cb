/** API resources: what access tokens can be issued for, and the scopes that each knows. */
import { z } from 'zod';
import { Id, Text } from '../formats.ts';
import { route } from '../route.ts';

const Name = Text.min(1).max(256);

/** Scope names are separated by spaces in OAuth and printable ASCII otherwise (RFC 6749 §3.3); a space has an answer of its own. */
const ScopeName = z
  .string()
  .min(1)
  .max(256)
  .regex(/^[\x20\x21\x23-\x5b\x5d-\x7e]+$/);

/** An absolute URI without a fragment (RFC 8707 §2). */
const Indicator = Text.max(512).refine(value => URL.canParse(value) && !value.includes('#'), {
  message: 'must be an absolute URI without a fragment',
});

const Seconds = z.int().min(1).max(31_536_000);

/** A scope of a resource. */
export const ApiScope = z.object({
  tenantId: z.string(),
  id: z.string(),
  resourceId: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  createdAt: z.int().describe('Milliseconds since the epoch'),
});
export type ApiScope = z.output<typeof ApiScope>;

/** An API resource. */
export const ApiResource = z.object({
  tenantId: z.string(),
  id: z.string(),
  name: z.string(),
  indicator: z.string().describe('Value of `resource` in token requests'),
  isDefault: z.boolean().describe('Used when a request names no resource'),
  accessTokenTtl: z.int().describe('Seconds'),
  scopes: z.array(ApiScope).optional(),
});
export type ApiResource = z.output<typeof ApiResource>;

const Flag = z
  .enum(['true', 'false', '1', '0', ''])
  .transform(value => value === 'true' || value === '1' || value === '');
const Includes = z.object({ includeScopes: Flag.optional() });
const ResourceId = z.object({ id: Id });
const ScopeId = z.object({ resourceId: Id, scopeId: Id });

export const resourceRoutes = {
  createResource: route({
    method: 'POST',
    path: '/api/resources',
    summary: 'Create an API resource',
    tag: 'Management',
    caller: 'management',
    body: z.object({
      name: Name,
      indicator: Indicator,
      isDefault: z.boolean().optional(),
      accessTokenTtl: Seconds.optional(),
    }),
    responses: { 201: ApiResource },
    errors: ['resource.resource_identifier_in_use'],
  }),
  listResources: route({
    method: 'GET',
    path: '/api/resources',
    summary: 'List the API resources',
    tag: 'Management',
    caller: 'management',
    query: Includes,
    pagination: 'optional',
    responses: { 200: z.array(ApiResource) },
    errors: [],
  }),
  getResource: route({
    method: 'GET',
    path: '/api/resources/:id',
    summary: 'Read an API resource',
    tag: 'Management',
    caller: 'management',
    params: ResourceId,
    query: Includes,
    responses: { 200: ApiResource },
    errors: ['entity.not_exists_with_id'],
  }),
  updateResource: route({
    method: 'PATCH',
    path: '/api/resources/:id',
    summary: 'Change an API resource',
    description: 'The indicator stays: tokens in circulation name it.',
    tag: 'Management',
    caller: 'management',
    params: ResourceId,
    body: z.object({
      name: Name.optional(),
      isDefault: z.boolean().optional(),
      accessTokenTtl: Seconds.optional(),
    }),
    responses: { 200: ApiResource },
    errors: ['entity.not_exists_with_id', 'resource.cannot_delete_management_api'],
  }),
  setDefaultResource: route({
    method: 'PATCH',
    path: '/api/resources/:id/is-default',
    summary: 'Make an API resource the default one, or stop that',
    description: 'There is one default at most: the former one stops being it.',
    tag: 'Management',
    caller: 'management',
    params: ResourceId,
    body: z.object({ isDefault: z.boolean() }),
    responses: { 200: ApiResource },
    errors: ['entity.not_exists_with_id', 'resource.cannot_delete_management_api'],
  }),
  deleteResource: route({
    method: 'DELETE',
    path: '/api/resources/:id',
    summary: 'Delete an API resource with its scopes',
    tag: 'Management',
    caller: 'management',
    params: ResourceId,
    responses: { 204: null },
    errors: ['entity.not_exists_with_id', 'resource.cannot_delete_management_api'],
  }),
  createScope: route({
    method: 'POST',
    path: '/api/resources/:resourceId/scopes',
    summary: 'Create a scope of an API resource',
    tag: 'Management',
    caller: 'management',
    params: z.object({ resourceId: Id }),
    body: z.object({ name: ScopeName, description: Text.max(2048).nullable().optional() }),
    responses: { 201: ApiScope },
    errors: [
      'entity.not_exists_with_id',
      'scope.name_exists',
      'scope.name_with_space',
      'resource.cannot_delete_management_api',
    ],
  }),
  listScopes: route({
    method: 'GET',
    path: '/api/resources/:resourceId/scopes',
    summary: 'List the scopes of an API resource',
    tag: 'Management',
    caller: 'management',
    params: z.object({ resourceId: Id }),
    query: z.object({ search: z.string().max(256).optional() }),
    pagination: 'optional',
    responses: { 200: z.array(ApiScope) },
    errors: ['entity.not_exists_with_id'],
  }),
  updateScope: route({
    method: 'PATCH',
    path: '/api/resources/:resourceId/scopes/:scopeId',
    summary: 'Change a scope of an API resource',
    tag: 'Management',
    caller: 'management',
    params: ScopeId,
    body: z.object({ name: ScopeName.optional(), description: Text.max(2048).nullable().optional() }),
    responses: { 200: ApiScope },
    errors: [
      'entity.not_exists_with_id',
      'scope.name_exists',
      'scope.name_with_space',
      'resource.cannot_delete_management_api',
    ],
  }),
  deleteScope: route({
    method: 'DELETE',
    path: '/api/resources/:resourceId/scopes/:scopeId',
    summary: 'Delete a scope of an API resource',
    tag: 'Management',
    caller: 'management',
    params: ScopeId,
    responses: { 204: null },
    errors: ['entity.not_exists_with_id', 'resource.cannot_delete_management_api'],
  }),
} as const;
