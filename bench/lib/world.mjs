/**
 * Fills the database: the users through the Management API, so that every row is one that the product wrote; a few
 * signed in as people do; and for the rest a session, a grant and tokens copied in SQL from one of those sign-ins.
 */
import { createHash, randomBytes } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { Connection } from './connection.mjs';
import { REDIRECT_URI, refresh, signIn } from './sign-in.mjs';

/** The product's own cost of a password (OWASP's first choice for argon2id). */
export const argon2Cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 };

const SIGNED_IN_FOR_REAL = 4;
const CONNECTIONS = 16;
const password = 'correct horse battery staple 42';
const fields = ['name', 'avatar', 'profile', 'email', 'phone', 'password', 'username', 'social', 'customData'];

const newToken = () => randomBytes(32).toString('base64url');
const sha256 = text => createHash('sha256').update(text).digest();

/** Makes the world; resolves with what the load needs to know of it. */
export async function makeWorld({ port, databaseUrl, management, users: count }) {
  const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => Connection.open(port)));
  const api = await managementApi(connections[0], management);
  await api(connections[0], 'PATCH', '/api/account-center', {
    enabled: true,
    fields: Object.fromEntries(fields.map(field => [field, 'Edit'])),
  });
  const { id: clientId } = await api(connections[0], 'POST', '/api/applications', {
    name: 'Bench',
    type: 'SPA',
    oidcClientMetadata: { redirectUris: [REDIRECT_URI], postLogoutRedirectUris: [] },
  });

  const digest = await hash(password, argon2Cost);
  const users = Array.from({ length: count }, (_, i) => ({ username: `person_${i}` }));
  let next = 0;
  const addUsers = async connection => {
    for (let i = next++; i < count; i = next++) {
      const { id } = await api(connection, 'POST', '/api/users', newUser(i, digest));
      users[i].id = id;
    }
  };
  await Promise.all(connections.map(addUsers));

  for (const user of users.slice(0, SIGNED_IN_FOR_REAL)) {
    const { tokens } = await signIn(connections[0], { clientId, username: user.username, password });
    Object.assign(user, { accessToken: tokens.access_token, refreshToken: tokens.refresh_token });
  }
  await copySignIn(databaseUrl, users[0], users.slice(SIGNED_IN_FOR_REAL));
  await check(connections[0], clientId, users);
  for (const connection of connections) connection.close();
  return { clientId, password, digest, users };
}

const newUser = (i, digest) => ({
  username: `person_${i}`,
  primaryEmail: `person_${i}@example.com`,
  name: `Person number ${i}`,
  avatar: `https://example.com/avatars/${i}.png`,
  customData: { theme: 'dark', newsletter: i % 2 === 0 },
  profile: { givenName: 'Person', familyName: `Number ${i}`, locale: 'en' },
  passwordDigest: digest,
  passwordAlgorithm: 'Argon2id',
});

/** Resolves with a function that calls the Management API over a connection and expects a 200. */
export async function managementApi(connection, { id, secret }) {
  const answer = await connection.request(
    'POST',
    '/oidc/token',
    `authorization: Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}\r\ncontent-type: application/x-www-form-urlencoded\r\n`,
    'grant_type=client_credentials&resource=https%3A%2F%2Fdefault.logto.app%2Fapi&scope=all',
  );
  if (answer.status !== 200) throw new Error(`no Management API token: ${answer.status} ${answer.body}`);
  const headers = `authorization: Bearer ${JSON.parse(answer.body).access_token}\r\ncontent-type: application/json\r\n`;
  return async (over, method, path, body) => {
    const { status, body: text } = await over.request(method, path, headers, JSON.stringify(body));
    if (status !== 200) throw new Error(`${method} ${path}: ${status} ${text}`);
    return JSON.parse(text);
  };
}

/** The rows of a sign-in, and how a copy for somebody else differs from them. */
const copies = [
  ['sessions', { uid: 'n.session', id_hash: 'n.session_hash', account_id: 'n.account' }, 't.uid = $2'],
  ['grants', { id: 'n.grant_id', account_id: 'n.account', session_uid: 'n.session' }, 't.id = $3'],
  ['access_tokens', tokenCopy('n.access_hash'), 't.grant_id = $3'],
  ['refresh_tokens', tokenCopy('n.refresh_hash'), 't.grant_id = $3'],
];

function tokenCopy(hash) {
  return { id_hash: hash, account_id: 'n.account', grant_id: 'n.grant_id', session_uid: 'n.session' };
}

async function copySignIn(databaseUrl, model, users) {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT session_uid, grant_id FROM access_tokens WHERE tenant_id = 'default' AND id_hash = $1`,
      [sha256(model.accessToken)],
    );
    const [{ session_uid: session, grant_id: grant }] = rows;
    for (const user of users) Object.assign(user, { accessToken: newToken(), refreshToken: newToken() });
    const fresh = users.map(user => ({
      account: user.id,
      session: newToken().slice(0, 21),
      session_hash: sha256(newToken()).toString('hex'),
      grant_id: newToken().slice(0, 21),
      access_hash: sha256(user.accessToken).toString('hex'),
      refresh_hash: sha256(user.refreshToken).toString('hex'),
    }));
    for (const [table, changes, where] of copies) {
      const named = await client.query(
        `SELECT column_name FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position`,
        [table],
      );
      const columns = named.rows.map(({ column_name: name }) => name);
      const values = columns.map(name => copiedValue(changes[name], name));
      await client.query(
        `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')}
         FROM ${table} t, json_to_recordset($1) AS n (account text, session text, session_hash text, grant_id text,
           access_hash text, refresh_hash text)
         WHERE t.tenant_id = 'default' AND ${where} AND $2::text IS NOT NULL AND $3::text IS NOT NULL`,
        [JSON.stringify(fresh), session, grant],
      );
    }
    await client.query('VACUUM (ANALYZE)');
  } finally {
    await client.end();
  }
}

const copiedValue = (changed, name) => {
  if (changed === undefined) return `t.${name}`;
  return name === 'id_hash' ? `decode(${changed}, 'hex')` : changed;
};

/** A copy that the product did not believe would be measured as a quick refusal. */
async function check(connection, clientId, users) {
  for (const user of [users[0], users.at(-1), users[Math.floor(users.length / 2)]]) {
    const read = await connection.request('GET', '/api/my-account', `authorization: Bearer ${user.accessToken}\r\n`);
    if (read.status !== 200 || JSON.parse(read.body).id !== user.id) throw new Error(`not its account: ${read.body}`);
    const refreshed = await refresh(connection, { clientId, refreshToken: user.refreshToken });
    if (refreshed.status !== 200) throw new Error(`no refresh: ${refreshed.body}`);
    user.refreshToken = JSON.parse(refreshed.body).refresh_token;
  }
}
