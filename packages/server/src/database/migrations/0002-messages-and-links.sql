-- Connectors, codes, links to other providers, webhooks and notices, token exchange.

-- A configured way to the world: mail, text messages, or a provider that people sign in with.
CREATE TABLE connectors (
  tenant_id text NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id text NOT NULL,
  factory_id text NOT NULL,
  -- Email, Sms or Social.
  type text NOT NULL,
  -- JSON text, encrypted: it holds passwords and keys of other services.
  config text NOT NULL,
  -- What an administrator overrides of the factory's metadata: name, logo, target.
  metadata jsonb NOT NULL DEFAULT '{}',
  -- Social only: whose identities it links, and on which platform.
  target text,
  platform text,
  sync_profile boolean NOT NULL DEFAULT false,
  enable_token_storage boolean NOT NULL DEFAULT false,
  -- Grows with every change, so that a process notices that what it has opened is out of date.
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT connectors_social_targeted CHECK ((type = 'Social') = (target IS NOT NULL))
);
-- One way to send mail, one to send text messages.
CREATE UNIQUE INDEX connectors_one_sender ON connectors (tenant_id, type) WHERE type <> 'Social';
CREATE UNIQUE INDEX connectors_one_target ON connectors (tenant_id, target, (coalesce(platform, ''))) WHERE type = 'Social';

-- What an administrator writes in place of the shipped mails.
CREATE TABLE email_templates (
  tenant_id text NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id text NOT NULL,
  language_tag text NOT NULL,
  template_type text NOT NULL,
  details jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT email_templates_key UNIQUE (tenant_id, language_tag, template_type)
);

-- One-time codes: only their HMAC is kept, with the id of its key. A code is bound to what it was sent for.
CREATE TABLE verification_codes (
  tenant_id text NOT NULL REFERENCES tenants ON DELETE CASCADE,
  -- The verification record, the verification of a sign-in, or the address itself for codes that an administrator sends.
  id text NOT NULL,
  -- email or phone.
  channel text NOT NULL,
  -- Where it was sent: normalized.
  address text NOT NULL,
  mac bytea NOT NULL,
  key_id text NOT NULL,
  -- Wrong tries so far.
  tries integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  -- When it was used: the first right try is the last.
  consumed_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX verification_codes_by_expiry ON verification_codes (expires_at);

-- Messages sent within the last minutes, one row for whatever is counted: a recipient, a user, an origin.
CREATE TABLE message_sends (
  tenant_id text NOT NULL REFERENCES tenants ON DELETE CASCADE,
  -- recipient:<keyed hash>, user:<id>, origin:<keyed hash>.
  counted text NOT NULL,
  -- Reserved before the message leaves, given back when it could not. No two are alike.
  sends timestamptz[] NOT NULL DEFAULT '{}',
  -- When it was last told that there are too many: once a window, however many requests are refused.
  told_at timestamptz,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, counted)
);
CREATE INDEX message_sends_by_update ON message_sends (updated_at);

-- Subscriptions to events.
CREATE TABLE hooks (
  tenant_id text NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id text NOT NULL,
  name text NOT NULL,
  events jsonb NOT NULL,
  -- Config (URL, headers) and signing key as JSON text, encrypted: headers carry credentials, and so do some URLs.
  secrets text NOT NULL,
  enabled boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

-- One event on its way to one hook; retried until it is delivered, and then deleted, or dead.
CREATE TABLE hook_deliveries (
  tenant_id text NOT NULL,
  id text NOT NULL,
  hook_id text NOT NULL,
  event_id text NOT NULL,
  topic text NOT NULL,
  user_id text,
  created_at timestamptz NOT NULL,
  -- When a worker may take it. Whoever takes it moves this to the end of their lease.
  available_at timestamptz NOT NULL,
  -- Counted when it is taken, so that a worker that dies on it counts too. It is also the mark of the lease.
  attempts integer NOT NULL DEFAULT 0,
  dead_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT hook_deliveries_once UNIQUE (tenant_id, hook_id, event_id, topic),
  FOREIGN KEY (tenant_id, hook_id) REFERENCES hooks (tenant_id, id) ON DELETE CASCADE
);
-- By hook, so that the backlog of one that hangs is not walked to find the work of another.
CREATE INDEX hook_deliveries_due ON hook_deliveries (tenant_id, hook_id, available_at) WHERE dead_at IS NULL;
CREATE INDEX hook_deliveries_by_creation ON hook_deliveries (created_at);

-- What was sent to a hook and what it answered. Bodies hold personal data: encrypted, swept, deleted with the user.
CREATE TABLE hook_logs (
  tenant_id text NOT NULL,
  id text NOT NULL,
  hook_id text NOT NULL,
  key text NOT NULL,
  -- Success or Error.
  result text NOT NULL,
  -- Whose data the body holds; null where it holds nobody's.
  user_id text,
  payload text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, hook_id) REFERENCES hooks (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX hook_logs_by_hook ON hook_logs (tenant_id, hook_id, id);
CREATE INDEX hook_logs_by_user ON hook_logs (tenant_id, user_id);
CREATE INDEX hook_logs_by_creation ON hook_logs (created_at);

-- The outbox is taken a channel at a time, and whoever takes a row moves its `available_at` to the end of their lease:
-- a row that is worked on, or dead, is not in the way of those that wait.
DROP INDEX outbox_by_availability;
ALTER TABLE outbox DROP COLUMN leased_until;
CREATE INDEX outbox_due ON outbox (channel, available_at) WHERE dead_at IS NULL;
CREATE INDEX outbox_by_death ON outbox (dead_at) WHERE dead_at IS NOT NULL;

-- Who of a notice's recipients has been told: a delivery that failed half-way tells nobody twice.
ALTER TABLE outbox ADD COLUMN told text[] NOT NULL DEFAULT '{}';

-- Devices that a user has signed in from: a new one is told to them.
CREATE TABLE known_devices (
  tenant_id text NOT NULL,
  user_id text NOT NULL,
  device_hash bytea NOT NULL,
  first_seen_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, user_id, device_hash),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX known_devices_by_use ON known_devices (last_seen_at);

-- Subject tokens of token exchange: one use, by the SHA-256 of the token.
CREATE TABLE subject_tokens (
  tenant_id text NOT NULL,
  id_hash bytea NOT NULL,
  user_id text NOT NULL,
  -- Who asked for it. What they said about why is in the event, encrypted.
  creator_kind text NOT NULL,
  creator_id text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  consumed_at timestamptz,
  PRIMARY KEY (tenant_id, id_hash),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX subject_tokens_by_user ON subject_tokens (tenant_id, user_id);
CREATE INDEX subject_tokens_by_expiry ON subject_tokens (expires_at);

-- What an administrator opens to a third party's application, for its users to consent to.
CREATE TABLE application_consent_user_scopes (
  tenant_id text NOT NULL,
  application_id text NOT NULL,
  scope text NOT NULL,
  PRIMARY KEY (tenant_id, application_id, scope),
  FOREIGN KEY (tenant_id, application_id) REFERENCES applications (tenant_id, id) ON DELETE CASCADE
);
CREATE TABLE application_consent_resource_scopes (
  tenant_id text NOT NULL,
  application_id text NOT NULL,
  scope_id text NOT NULL,
  PRIMARY KEY (tenant_id, application_id, scope_id),
  FOREIGN KEY (tenant_id, application_id) REFERENCES applications (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, scope_id) REFERENCES scopes (tenant_id, id) ON DELETE CASCADE
);

-- Which provider an identity was linked at, beside the target: a target that is pointed at another issuer later
-- must not open the accounts of the old one.
ALTER TABLE identities ADD COLUMN issuer text;
ALTER TABLE identities ADD COLUMN connector_id text;

-- The languages that the person last signed in with, by falling preference, as `ui_locales` has them: mails to them speak
-- the first one that they can.
ALTER TABLE users ADD COLUMN locale text;

-- Authorization at a provider that a service began for one of its users: what the callback needs to be understood.
-- Taken, and with it gone, by the callback that names it.
CREATE TABLE social_attempts (
  tenant_id text NOT NULL,
  connector_id text NOT NULL,
  -- SHA-256 of the state that comes back.
  state_hash bytea NOT NULL,
  -- Encrypted: nonce, PKCE verifier, redirect URI.
  session text NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, connector_id, state_hash),
  FOREIGN KEY (tenant_id, connector_id) REFERENCES connectors (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX social_attempts_by_expiry ON social_attempts (expires_at);
