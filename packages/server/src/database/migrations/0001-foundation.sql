-- Everything that the foundation stores. tenant_id leads every primary key and every unique
-- constraint, so that one tenant can never see another's row and a distributed PostgreSQL can split
-- the tables by it. Instants are parameters of the statements that write them, never now().

CREATE TABLE tenants (
  tenant_id text NOT NULL PRIMARY KEY,
  -- Public base URL, without a trailing slash; NULL is derived from ENDPOINT or TENANT_DOMAIN.
  endpoint text,
  -- Host and port of that endpoint, by which requests find the tenant.
  host text CONSTRAINT tenants_host_key UNIQUE, -- lint: global
  -- JWS algorithm of this tenant's signing keys.
  signing_algorithm text NOT NULL DEFAULT 'ES256',
  -- How long security events are kept.
  event_retention_days integer NOT NULL DEFAULT 365,
  -- Grows whenever keys or settings change that processes keep in memory.
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL
);

-- Private signing keys, encrypted; a retired key stays in the JWKS until tokens signed by it have expired.
CREATE TABLE signing_keys (
  tenant_id text NOT NULL REFERENCES tenants ON DELETE CASCADE,
  kid text NOT NULL,
  algorithm text NOT NULL,
  private_key text NOT NULL,
  created_at timestamptz NOT NULL,
  -- From when on tokens are signed with it: clients get time to fetch a new key before it is used.
  activates_at timestamptz NOT NULL,
  expires_at timestamptz,
  PRIMARY KEY (tenant_id, kid)
);

-- Other secrets of a tenant, encrypted: cookie keys, the key of short codes.
CREATE TABLE tenant_secrets (
  tenant_id text NOT NULL REFERENCES tenants ON DELETE CASCADE,
  name text NOT NULL,
  value text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, name)
);

-- Account center settings and step-up policy, one row a tenant.
CREATE TABLE account_centers (
  tenant_id text NOT NULL PRIMARY KEY REFERENCES tenants ON DELETE CASCADE,
  enabled boolean NOT NULL DEFAULT false,
  fields jsonb NOT NULL DEFAULT '{}',
  -- The same as bits, one a field, set where it is at least ReadOnly: the hot read tests bits, not JSON.
  readable integer NOT NULL DEFAULT 0,
  webauthn_related_origins jsonb NOT NULL DEFAULT '[]',
  delete_account_url text,
  custom_css text,
  profile_fields jsonb,
  step_up_preset text NOT NULL DEFAULT 'default',
  -- Overrides only, laid over the preset's rows.
  step_up_actions jsonb NOT NULL DEFAULT '{}',
  end_other_sessions boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1
);

-- Overrides only, laid over the shipped defaults.
CREATE TABLE sign_in_experiences (
  tenant_id text NOT NULL PRIMARY KEY REFERENCES tenants ON DELETE CASCADE,
  settings jsonb NOT NULL DEFAULT '{}',
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE users (
  tenant_id text NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id text NOT NULL,
  username text,
  -- What must be unique: the username itself, or its lower case where the tenant ignores case.
  username_key text,
  primary_email text,
  email_key text,
  primary_phone text,
  name text,
  avatar text,
  profile jsonb NOT NULL DEFAULT '{}',
  custom_data jsonb NOT NULL DEFAULT '{}',
  password_digest text,
  password_algorithm text,
  password_updated_at timestamptz,
  password_expired boolean NOT NULL DEFAULT false,
  -- The first application that the user signed in to.
  application_id text,
  cimd_client_id text,
  is_suspended boolean NOT NULL DEFAULT false,
  last_sign_in_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  -- Grows with every change; it is the account's ETag.
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT users_username_key UNIQUE (tenant_id, username_key),
  CONSTRAINT users_email_key UNIQUE (tenant_id, email_key),
  CONSTRAINT users_phone_key UNIQUE (tenant_id, primary_phone),
  CONSTRAINT users_username_keyed CHECK ((username IS NULL) = (username_key IS NULL)),
  CONSTRAINT users_email_keyed CHECK ((primary_email IS NULL) = (email_key IS NULL)),
  CONSTRAINT users_password_named CHECK ((password_digest IS NULL) = (password_algorithm IS NULL))
);
CREATE INDEX users_by_creation ON users (tenant_id, created_at DESC, id);

-- One key a user, wrapped by the installation's key: destroying it erases the personal values of the
-- user's security events, which are encrypted with it.
CREATE TABLE user_keys (
  tenant_id text NOT NULL,
  user_id text NOT NULL,
  wrapped_key text NOT NULL,
  PRIMARY KEY (tenant_id, user_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id) ON DELETE CASCADE
);

CREATE TABLE identities (
  tenant_id text NOT NULL,
  user_id text NOT NULL,
  target text NOT NULL,
  identity_id text NOT NULL,
  details jsonb,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, user_id, target),
  CONSTRAINT identities_identity_key UNIQUE (tenant_id, target, identity_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id) ON DELETE CASCADE
);

CREATE TABLE sso_identities (
  tenant_id text NOT NULL,
  user_id text NOT NULL,
  id text NOT NULL,
  issuer text NOT NULL,
  identity_id text NOT NULL,
  connector_id text NOT NULL,
  details jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, user_id, id),
  CONSTRAINT sso_identities_identity_key UNIQUE (tenant_id, issuer, identity_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id) ON DELETE CASCADE
);

CREATE TABLE applications (
  tenant_id text NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id text NOT NULL,
  name text NOT NULL,
  description text,
  type text NOT NULL,
  oidc_client_metadata jsonb NOT NULL DEFAULT '{}',
  custom_client_metadata jsonb NOT NULL DEFAULT '{}',
  custom_data jsonb NOT NULL DEFAULT '{}',
  is_third_party boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

-- An administrator can read a secret again, so it is encrypted, not hashed.
CREATE TABLE application_secrets (
  tenant_id text NOT NULL,
  application_id text NOT NULL,
  name text NOT NULL,
  value text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  PRIMARY KEY (tenant_id, application_id, name),
  FOREIGN KEY (tenant_id, application_id) REFERENCES applications (tenant_id, id) ON DELETE CASCADE
);

CREATE TABLE resources (
  tenant_id text NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id text NOT NULL,
  name text NOT NULL,
  indicator text NOT NULL,
  is_default boolean NOT NULL DEFAULT false,
  access_token_ttl integer NOT NULL DEFAULT 3600,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT resources_indicator_key UNIQUE (tenant_id, indicator)
);
CREATE UNIQUE INDEX resources_one_default ON resources (tenant_id) WHERE is_default;

CREATE TABLE scopes (
  tenant_id text NOT NULL,
  id text NOT NULL,
  resource_id text NOT NULL,
  name text NOT NULL,
  description text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT scopes_name_key UNIQUE (tenant_id, resource_id, name),
  FOREIGN KEY (tenant_id, resource_id) REFERENCES resources (tenant_id, id) ON DELETE CASCADE
);

CREATE TABLE roles (
  tenant_id text NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id text NOT NULL,
  name text NOT NULL,
  description text NOT NULL DEFAULT '',
  -- User or MachineToMachine.
  type text NOT NULL,
  is_default boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT roles_name_key UNIQUE (tenant_id, name)
);

CREATE TABLE role_scopes (
  tenant_id text NOT NULL,
  role_id text NOT NULL,
  scope_id text NOT NULL,
  PRIMARY KEY (tenant_id, role_id, scope_id),
  FOREIGN KEY (tenant_id, role_id) REFERENCES roles (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, scope_id) REFERENCES scopes (tenant_id, id) ON DELETE CASCADE
);

CREATE TABLE user_roles (
  tenant_id text NOT NULL,
  user_id text NOT NULL,
  role_id text NOT NULL,
  PRIMARY KEY (tenant_id, user_id, role_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, role_id) REFERENCES roles (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX user_roles_by_role ON user_roles (tenant_id, role_id);

CREATE TABLE application_roles (
  tenant_id text NOT NULL,
  application_id text NOT NULL,
  role_id text NOT NULL,
  PRIMARY KEY (tenant_id, application_id, role_id),
  FOREIGN KEY (tenant_id, application_id) REFERENCES applications (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, role_id) REFERENCES roles (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX application_roles_by_role ON application_roles (tenant_id, role_id);

-- Sign-in sessions of browsers. uid never changes; the cookie's value does, at every sign-in.
CREATE TABLE sessions (
  tenant_id text NOT NULL REFERENCES tenants ON DELETE CASCADE,
  uid text NOT NULL,
  id_hash bytea NOT NULL,
  account_id text,
  login_at timestamptz,
  -- The protocol engine's document, without what has a column.
  payload jsonb NOT NULL,
  -- How and from where the user signed in.
  last_submission jsonb,
  client_id text,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  -- Ended by the user, an administrator or a change of password: its tokens are dead from then on.
  -- The row stays until the sweeper takes it, so that a token written at the same moment is judged too.
  ended_at timestamptz,
  PRIMARY KEY (tenant_id, uid),
  CONSTRAINT sessions_id_key UNIQUE (tenant_id, id_hash)
);
CREATE INDEX sessions_by_account ON sessions (tenant_id, account_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- What a user allowed an application. Every token hangs on one; without its grant a token is dead.
CREATE TABLE grants (
  tenant_id text NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id text NOT NULL,
  account_id text NOT NULL,
  client_id text NOT NULL,
  session_uid text,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX grants_by_account ON grants (tenant_id, account_id);
CREATE INDEX grants_by_expiry ON grants (expires_at);

-- Opaque access tokens, by the SHA-256 of the token.
CREATE TABLE access_tokens (
  tenant_id text NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id_hash bytea NOT NULL,
  account_id text NOT NULL,
  client_id text,
  grant_id text,
  session_uid text,
  scope text NOT NULL,
  -- The scopes that the Account API knows, as bits.
  scope_bits integer NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id_hash)
);
CREATE INDEX access_tokens_by_account ON access_tokens (tenant_id, account_id);
CREATE INDEX access_tokens_by_grant ON access_tokens (tenant_id, grant_id);
CREATE INDEX access_tokens_by_expiry ON access_tokens (expires_at);

-- Refresh tokens. All of one grant are a family: reuse after the grace period ends the grant.
CREATE TABLE refresh_tokens (
  tenant_id text NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id_hash bytea NOT NULL,
  account_id text NOT NULL,
  client_id text NOT NULL,
  grant_id text NOT NULL,
  session_uid text,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  consumed_at timestamptz,
  PRIMARY KEY (tenant_id, id_hash)
);
CREATE INDEX refresh_tokens_by_account ON refresh_tokens (tenant_id, account_id);
CREATE INDEX refresh_tokens_by_grant ON refresh_tokens (tenant_id, grant_id);
CREATE INDEX refresh_tokens_by_expiry ON refresh_tokens (expires_at);

-- Authorization codes. One that is used twice ends its grant (RFC 6749, section 4.1.2).
CREATE TABLE authorization_codes (
  tenant_id text NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id_hash bytea NOT NULL,
  account_id text NOT NULL,
  client_id text NOT NULL,
  grant_id text NOT NULL,
  session_uid text,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  consumed_at timestamptz,
  PRIMARY KEY (tenant_id, id_hash)
);
CREATE INDEX authorization_codes_by_account ON authorization_codes (tenant_id, account_id);
CREATE INDEX authorization_codes_by_grant ON authorization_codes (tenant_id, grant_id);
CREATE INDEX authorization_codes_by_expiry ON authorization_codes (expires_at);

-- Sign-ins under way. `experience` is what the person has done so far on the sign-in pages.
CREATE TABLE interactions (
  tenant_id text NOT NULL REFERENCES tenants ON DELETE CASCADE,
  uid_hash bytea NOT NULL,
  payload jsonb NOT NULL,
  experience jsonb,
  -- Who has been identified in it: ending all sessions of an account ends its sign-ins under way too.
  account_id text,
  -- How and from where the person signed in, on its way to the session.
  submission jsonb,
  -- Grows with every step, so that of two parallel steps one loses.
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, uid_hash)
);
CREATE INDEX interactions_by_account ON interactions (tenant_id, account_id);
CREATE INDEX interactions_by_expiry ON interactions (expires_at);

-- Proofs that a person controls something: pending, verified, consumed, or expired.
CREATE TABLE verification_records (
  tenant_id text NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id text NOT NULL,
  -- permission: I am the owner. identifier, identity, authenticator: I control this new thing.
  purpose text NOT NULL,
  -- password, email, phone, social, web-authn.
  method text NOT NULL,
  user_id text NOT NULL,
  session_uid text,
  grant_id text,
  client_id text,
  identifier text,
  -- The only action that it serves; NULL serves all of its purpose.
  action text,
  data jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  verified_at timestamptz,
  consumed_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX verification_records_by_user ON verification_records (tenant_id, user_id);
CREATE INDEX verification_records_by_expiry ON verification_records (expires_at);

-- Failed attempts on a target within the last hour, one row a target, so that one statement counts
-- and reserves: parallel attempts queue on the row.
CREATE TABLE sentinel (
  tenant_id text NOT NULL REFERENCES tenants ON DELETE CASCADE,
  -- Whose tries are counted: user:<id>, or an identifier that nobody has, hashed.
  target text NOT NULL,
  -- What shares one count: `credentials` for passwords, `codes:…` for the codes of one address or origin.
  pool text NOT NULL,
  -- Reserved before the secret is checked, removed when it was right. No two are alike: an instant names its attempt.
  attempts timestamptz[] NOT NULL DEFAULT '{}',
  -- Those of them that were judged wrong.
  failures timestamptz[] NOT NULL DEFAULT '{}',
  blocked_until timestamptz,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, target, pool)
);
CREATE INDEX sentinel_by_update ON sentinel (updated_at);

-- What happened: who did what to whom, from where.
CREATE TABLE security_events (
  tenant_id text NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id text NOT NULL,
  type text NOT NULL,
  -- The account that it is about.
  user_id text,
  actor_kind text NOT NULL,
  actor_id text,
  client_id text,
  session_uid text,
  request_id text,
  -- Nothing personal: names of members, methods, counts.
  data jsonb NOT NULL DEFAULT '{}',
  -- Addresses, old and new values, encrypted with the user's key.
  personal text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX security_events_by_user ON security_events (tenant_id, user_id, id);

-- What must still leave the house because of an event, written with the change itself.
CREATE TABLE outbox (
  tenant_id text NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id text NOT NULL,
  -- webhook or notice.
  channel text NOT NULL,
  -- Name of the webhook event or of the notice.
  topic text NOT NULL,
  event_id text NOT NULL,
  user_id text,
  created_at timestamptz NOT NULL,
  available_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  leased_until timestamptz,
  dead_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX outbox_by_availability ON outbox (available_at);
