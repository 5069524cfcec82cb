-- Administrators: the role of people who may do everything, for tenants that were made before there was one.

INSERT INTO roles (tenant_id, id, name, description, type, created_at)
SELECT tenant_id, 'administrator', '#internal:administrator', 'People who may do everything, in the console', 'User', created_at
FROM scopes WHERE id = 'management-api-all'
ON CONFLICT DO NOTHING;

INSERT INTO role_scopes (tenant_id, role_id, scope_id)
SELECT tenant_id, 'administrator', id FROM scopes WHERE id = 'management-api-all'
ON CONFLICT DO NOTHING;
