-- The list of users who are suspended, newest first: few among many, found without a look at the rest.
CREATE INDEX users_suspended ON users (tenant_id, created_at DESC, id) WHERE is_suspended;
