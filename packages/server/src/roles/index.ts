/**
 * Roles: bundles of scopes, and who has them.
 *
 * Owns `roles`, `role_scopes`, `user_roles` and `application_roles`, and the Management API's `/api/roles`,
 * `/api/users/:id/roles` and `/api/applications/:id/roles`. New users get the default roles in `users/`; which scopes a
 * token then carries is `oidc/`'s. It stands above `users/`, `applications/` and `resources/`, which know nothing of it.
 */
import type { roleRoutes } from '@freehold/contract';
import type { Handlers } from '../operation/index.ts';
import { addApplicationRoles } from './add-application-roles.ts';
import { addRoleApplications } from './add-role-applications.ts';
import { addRoleScopes } from './add-role-scopes.ts';
import { addRoleUsers } from './add-role-users.ts';
import { addUserRoles } from './add-user-roles.ts';
import { createRole } from './create-role.ts';
import { deleteRole } from './delete-role.ts';
import { getRole } from './get-role.ts';
import { listApplicationRoles } from './list-application-roles.ts';
import { listRoleApplications } from './list-role-applications.ts';
import { listRoleScopes } from './list-role-scopes.ts';
import { listRoleUsers } from './list-role-users.ts';
import { listRoles } from './list-roles.ts';
import { listUserRoles } from './list-user-roles.ts';
import { removeApplicationRole } from './remove-application-role.ts';
import { removeRoleApplication } from './remove-role-application.ts';
import { removeRoleScope } from './remove-role-scope.ts';
import { removeRoleUser } from './remove-role-user.ts';
import { removeUserRole } from './remove-user-role.ts';
import { setApplicationRoles } from './set-application-roles.ts';
import { setUserRoles } from './set-user-roles.ts';
import { updateRole } from './update-role.ts';

export { giveAdministratorRole } from './give-administrator-role.ts';
export { holdAdministration } from './hold-administration.ts';
export { holdsManagementScope } from './management-access.store.ts';

/** The operations of {@link roleRoutes}. */
export const roleHandlers = {
  createRole,
  listRoles,
  getRole,
  updateRole,
  deleteRole,
  listRoleScopes,
  addRoleScopes,
  removeRoleScope,
  listRoleUsers,
  addRoleUsers,
  removeRoleUser,
  listRoleApplications,
  addRoleApplications,
  removeRoleApplication,
  listUserRoles,
  addUserRoles,
  setUserRoles,
  removeUserRole,
  listApplicationRoles,
  addApplicationRoles,
  setApplicationRoles,
  removeApplicationRole,
} satisfies Handlers<typeof roleRoutes>;
