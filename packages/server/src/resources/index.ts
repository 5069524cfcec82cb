export { internalRolePrefix, managementApi, managementApiIndicator } from './management-api.ts';
