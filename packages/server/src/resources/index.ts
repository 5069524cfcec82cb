/**
 * API resources and their scopes: what JWT access tokens can be issued for.
 *
 * Owns `resources` and `scopes`, the Management API's `/api/resources`, and the names of the one built-in resource, the
 * Management API itself, which nobody can change. Who holds a scope is `roles/`'s, which tokens say so `oidc/`'s.
 */
import type { resourceRoutes } from '@freehold/contract';
import type { Handlers } from '../operation/index.ts';
import { createResource } from './create-resource.ts';
import { createScope } from './create-scope.ts';
import { deleteResource } from './delete-resource.ts';
import { deleteScope } from './delete-scope.ts';
import { getResource } from './get-resource.ts';
import { listResources } from './list-resources.ts';
import { listScopes } from './list-scopes.ts';
import { setDefaultResource } from './set-default-resource.ts';
import { updateResource } from './update-resource.ts';
import { updateScope } from './update-scope.ts';

export { internalRolePrefix, managementApi, managementApiIndicator } from './management-api.ts';
export { resourceView, scopeView } from './resource-view.ts';
export type { ResourceRow, ScopeRow } from './resources.store.ts';
export { rethrowSearchProblem } from './search-problem.ts';

/** The operations of {@link resourceRoutes}. */
export const resourceHandlers = {
  createResource,
  listResources,
  getResource,
  updateResource,
  setDefaultResource,
  deleteResource,
  createScope,
  listScopes,
  updateScope,
  deleteScope,
} satisfies Handlers<typeof resourceRoutes>;
