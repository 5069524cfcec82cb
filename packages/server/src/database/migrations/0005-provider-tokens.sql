-- What providers let an application do for a person: their tokens, where an administrator has a connector keep them.
CREATE TABLE provider_tokens (
  tenant_id text NOT NULL,
  user_id text NOT NULL,
  target text NOT NULL,
  -- By which they came, and by which they are renewed.
  connector_id text NOT NULL,
  -- JSON text, encrypted: access token, refresh token and what the provider said of them.
  tokens text NOT NULL,
  -- When the access token ends; null where the provider has not said.
  expires_at timestamptz,
  -- There is a refresh token.
  renewable boolean NOT NULL,
  -- Who is asking the provider for fresh ones, and until when nobody else does.
  renewal text,
  renewal_until timestamptz,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, user_id, target),
  -- They go with the identity that they act as, and with the connector that could renew them.
  FOREIGN KEY (tenant_id, user_id, target) REFERENCES identities (tenant_id, user_id, target) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, connector_id) REFERENCES connectors (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX provider_tokens_by_connector ON provider_tokens (tenant_id, connector_id);
