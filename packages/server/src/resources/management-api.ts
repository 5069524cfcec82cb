/** The Management API as an API resource: built in, the same in every tenant but for its indicator. */
export const managementApi = {
  resourceId: 'management-api',
  scopeId: 'management-api-all',
  scope: 'all',
  /** The role of machine-to-machine applications that may do everything. */
  roleId: 'admin-role',
  /** Names that begin with `#internal:` belong to the product. */
  roleName: '#internal:admin',
  /** The role of people who may do everything: administrators. */
  administratorRoleId: 'administrator',
  administratorRoleName: '#internal:administrator',
} as const;

/** The resource indicator (RFC 8707) of a tenant's Management API: an identifier, not an address to call. */
export const managementApiIndicator = (tenantId: string): string => `https://${tenantId}.logto.app/api`;

/** Prefix of the names of built-in roles. */
export const internalRolePrefix = '#internal:';
