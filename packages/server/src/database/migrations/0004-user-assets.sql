-- Pictures that people have uploaded for their account.
CREATE TABLE user_assets (
  tenant_id text NOT NULL,
  -- SHA-256 of whose it is and of its bytes, in base64url: it is the end of its address.
  id text NOT NULL,
  user_id text NOT NULL,
  -- As its bytes tell, never as it was declared.
  content_type text NOT NULL,
  bytes bytea NOT NULL,
  -- When it was last uploaded.
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE
);
CREATE INDEX user_assets_by_user ON user_assets (tenant_id, user_id, created_at);
CREATE INDEX user_assets_by_time ON user_assets (created_at);
