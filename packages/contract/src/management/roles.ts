/** Roles: bundles of scopes, given to users or to machine-to-machine applications. */
import { z } from 'zod';
import { Id, Text } from '../formats.ts';
import { route } from '../route.ts';
import { Application } from './applications.ts';
import { ApiResource, ApiScope } from './resources.ts';
import { User } from './users.ts';

const Name = Text.min(1).max(128);
const Description = Text.max(1024);
const Ids = z.array(Id).max(1000);
const Search = z.object({ search: z.string().max(256).optional().describe('`%` stands for any text') });

export const roleTypes = ['User', 'MachineToMachine'] as const;
export type RoleType = (typeof roleTypes)[number];

/** A role. */
export const Role = z.object({
  tenantId: z.string(),
  id: z.string(),
  name: z.string(),
  description: z.string(),
  type: z.enum(roleTypes),
  isDefault: z.boolean().describe('Given to every new user'),
});
export type Role = z.output<typeof Role>;

/** A scope together with the resource that it belongs to. */
export const RoleScope = ApiScope.extend({ resource: ApiResource });
export type RoleScope = z.output<typeof RoleScope>;

const RoleId = z.object({ id: Id });
const UserId = z.object({ userId: Text.max(128) });
const ApplicationId = z.object({ applicationId: Id });

const Assigned = z.object({ roleIds: z.array(z.string()), addedRoleIds: z.array(z.string()) });

export const roleRoutes = {
  createRole: route({
    method: 'POST',
    path: '/api/roles',
    summary: 'Create a role',
    tag: 'Management',
    caller: 'management',
    body: z.object({
      name: Name,
      description: Description.optional(),
      type: z.enum(roleTypes).optional().describe('User by default'),
      isDefault: z.boolean().optional(),
      scopeIds: Ids.optional(),
    }),
    responses: { 200: Role },
    errors: [
      'role.name_in_use',
      'role.internal_role_violation',
      'role.management_api_scopes_not_assignable_to_user_role',
      'entity.relation_foreign_key_not_found',
    ],
  }),
  listRoles: route({
    method: 'GET',
    path: '/api/roles',
    summary: 'List the roles',
    tag: 'Management',
    caller: 'management',
    query: Search.extend({ type: z.enum(roleTypes).optional() }),
    pagination: 'optional',
    responses: { 200: z.array(Role) },
    errors: [],
  }),
  getRole: route({
    method: 'GET',
    path: '/api/roles/:id',
    summary: 'Read a role',
    tag: 'Management',
    caller: 'management',
    params: RoleId,
    responses: { 200: Role },
    errors: ['entity.not_exists_with_id'],
  }),
  updateRole: route({
    method: 'PATCH',
    path: '/api/roles/:id',
    summary: 'Change a role',
    tag: 'Management',
    caller: 'management',
    params: RoleId,
    body: z.object({ name: Name.optional(), description: Description.optional(), isDefault: z.boolean().optional() }),
    responses: { 200: Role },
    errors: ['entity.not_exists_with_id', 'role.name_in_use', 'role.internal_role_violation'],
  }),
  deleteRole: route({
    method: 'DELETE',
    path: '/api/roles/:id',
    summary: 'Delete a role and take it from all who have it',
    tag: 'Management',
    caller: 'management',
    params: RoleId,
    responses: { 204: null },
    errors: ['entity.not_exists_with_id', 'role.internal_role_violation'],
  }),
  listRoleScopes: route({
    method: 'GET',
    path: '/api/roles/:id/scopes',
    summary: 'List the scopes of a role',
    tag: 'Management',
    caller: 'management',
    params: RoleId,
    query: Search,
    pagination: 'optional',
    responses: { 200: z.array(RoleScope) },
    errors: ['entity.not_exists_with_id'],
  }),
  addRoleScopes: route({
    method: 'POST',
    path: '/api/roles/:id/scopes',
    summary: 'Add scopes to a role',
    tag: 'Management',
    caller: 'management',
    params: RoleId,
    body: z.object({ scopeIds: Ids.min(1) }),
    responses: { 201: z.array(RoleScope) },
    errors: [
      'entity.not_exists_with_id',
      'entity.relation_foreign_key_not_found',
      'role.scope_exists',
      'role.internal_role_violation',
      'role.management_api_scopes_not_assignable_to_user_role',
    ],
  }),
  removeRoleScope: route({
    method: 'DELETE',
    path: '/api/roles/:id/scopes/:scopeId',
    summary: 'Take a scope from a role',
    tag: 'Management',
    caller: 'management',
    params: z.object({ id: Id, scopeId: Id }),
    responses: { 204: null },
    errors: ['entity.not_exists_with_id', 'entity.not_found', 'role.internal_role_violation'],
  }),
  listRoleUsers: route({
    method: 'GET',
    path: '/api/roles/:id/users',
    summary: 'List the users who have a role',
    tag: 'Management',
    caller: 'management',
    params: RoleId,
    pagination: 'always',
    responses: { 200: z.array(User) },
    errors: ['entity.not_exists_with_id'],
  }),
  addRoleUsers: route({
    method: 'POST',
    path: '/api/roles/:id/users',
    summary: 'Give a role to users',
    tag: 'Management',
    caller: 'management',
    params: RoleId,
    body: z.object({ userIds: Ids.min(1) }),
    responses: { 201: z.object({ userIds: z.array(z.string()), addedUserIds: z.array(z.string()) }) },
    errors: [
      'entity.not_exists_with_id',
      'entity.relation_foreign_key_not_found',
      'role.user_exists',
      'role.invalid_type',
    ],
  }),
  removeRoleUser: route({
    method: 'DELETE',
    path: '/api/roles/:id/users/:userId',
    summary: 'Take a role from a user',
    tag: 'Management',
    caller: 'management',
    params: z.object({ id: Id, userId: Id }),
    responses: { 204: null },
    errors: ['entity.not_exists_with_id', 'entity.not_found', 'user.cannot_demote_self'],
  }),
  listRoleApplications: route({
    method: 'GET',
    path: '/api/roles/:id/applications',
    summary: 'List the applications that have a role',
    tag: 'Management',
    caller: 'management',
    params: RoleId,
    pagination: 'always',
    responses: { 200: z.array(Application) },
    errors: ['entity.not_exists_with_id'],
  }),
  addRoleApplications: route({
    method: 'POST',
    path: '/api/roles/:id/applications',
    summary: 'Give a role to machine-to-machine applications',
    tag: 'Management',
    caller: 'management',
    params: RoleId,
    body: z.object({ applicationIds: Ids.min(1) }),
    responses: { 201: z.object({ applicationIds: z.array(z.string()), addedApplicationIds: z.array(z.string()) }) },
    errors: [
      'entity.not_exists_with_id',
      'entity.relation_foreign_key_not_found',
      'role.application_exists',
      'application.invalid_role_type',
    ],
  }),
  removeRoleApplication: route({
    method: 'DELETE',
    path: '/api/roles/:id/applications/:applicationId',
    summary: 'Take a role from an application',
    tag: 'Management',
    caller: 'management',
    params: z.object({ id: Id, applicationId: Id }),
    responses: { 204: null },
    errors: ['entity.not_exists_with_id', 'entity.not_found'],
  }),
  listUserRoles: route({
    method: 'GET',
    path: '/api/users/:userId/roles',
    summary: 'List the roles of a user',
    tag: 'Management',
    caller: 'management',
    params: UserId,
    pagination: 'optional',
    responses: { 200: z.array(Role) },
    errors: ['entity.not_found'],
  }),
  addUserRoles: route({
    method: 'POST',
    path: '/api/users/:userId/roles',
    summary: 'Give roles to a user',
    description: 'Roles that the user has already are left as they are; `addedRoleIds` names the new ones.',
    tag: 'Management',
    caller: 'management',
    params: UserId,
    body: z.object({ roleIds: Ids.min(1) }),
    responses: { 201: Assigned },
    errors: ['entity.not_found', 'entity.relation_foreign_key_not_found', 'role.invalid_type'],
  }),
  setUserRoles: route({
    method: 'PUT',
    path: '/api/users/:userId/roles',
    summary: 'Set all roles of a user',
    tag: 'Management',
    caller: 'management',
    params: UserId,
    body: z.object({ roleIds: Ids }),
    responses: { 200: z.object({ roleIds: z.array(z.string()) }) },
    errors: [
      'entity.not_found',
      'entity.relation_foreign_key_not_found',
      'role.invalid_type',
      'user.cannot_demote_self',
    ],
  }),
  removeUserRole: route({
    method: 'DELETE',
    path: '/api/users/:userId/roles/:roleId',
    summary: 'Take one role from a user',
    tag: 'Management',
    caller: 'management',
    params: UserId.extend({ roleId: Id }),
    responses: { 204: null },
    errors: ['entity.not_found', 'user.cannot_demote_self'],
  }),
  listApplicationRoles: route({
    method: 'GET',
    path: '/api/applications/:applicationId/roles',
    summary: 'List the roles of an application',
    tag: 'Management',
    caller: 'management',
    params: ApplicationId,
    pagination: 'optional',
    responses: { 200: z.array(Role) },
    errors: ['entity.not_exists_with_id'],
  }),
  addApplicationRoles: route({
    method: 'POST',
    path: '/api/applications/:applicationId/roles',
    summary: 'Give roles to a machine-to-machine application',
    description: 'Roles that the application has already are left as they are; `addedRoleIds` names the new ones.',
    tag: 'Management',
    caller: 'management',
    params: ApplicationId,
    body: z.object({ roleIds: Ids.min(1) }),
    responses: { 201: Assigned },
    errors: ['entity.not_exists_with_id', 'entity.relation_foreign_key_not_found', 'application.invalid_role_type'],
  }),
  setApplicationRoles: route({
    method: 'PUT',
    path: '/api/applications/:applicationId/roles',
    summary: 'Set all roles of a machine-to-machine application',
    tag: 'Management',
    caller: 'management',
    params: ApplicationId,
    body: z.object({ roleIds: Ids }),
    responses: { 200: z.object({ roleIds: z.array(z.string()) }) },
    errors: ['entity.not_exists_with_id', 'entity.relation_foreign_key_not_found', 'application.invalid_role_type'],
  }),
  removeApplicationRole: route({
    method: 'DELETE',
    path: '/api/applications/:applicationId/roles/:roleId',
    summary: 'Take one role from an application',
    tag: 'Management',
    caller: 'management',
    params: ApplicationId.extend({ roleId: Id }),
    responses: { 204: null },
    errors: ['entity.not_exists_with_id', 'entity.not_found'],
  }),
} as const;
