import { isUniqueViolation } from '../database/database.ts';
import { Problem } from '../operation/index.ts';
import { managementApi } from './management-api.ts';

/**
 * Refuses to change the Management API: without its scope nobody could change anything any more.
 * @throws Problem 400 `resource.cannot_delete_management_api`
 */
export function refuseManagementApi(resourceId: string): void {
  if (resourceId === managementApi.resourceId) throw new Problem('resource.cannot_delete_management_api');
}

/** @throws Problem 400 `scope.name_with_space`: a space separates scopes in OAuth */
export function checkScopeName(name: string): void {
  if (name.includes(' ')) throw new Problem('scope.name_with_space');
}

/** Turns violations of unique names into their problems (422) and passes every other error on. */
export function rethrowResourceProblem(error: unknown): never {
  if (isUniqueViolation(error, 'resources_indicator_key')) throw new Problem('resource.resource_identifier_in_use');
  if (isUniqueViolation(error, 'scopes_name_key')) throw new Problem('scope.name_exists');
  throw error;
}
