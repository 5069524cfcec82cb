/**
 * What the account's read and change would cost with nothing around them: `node:http`, one prepared statement a
 * request, its JSON text passed through. Neither session, grant, suspension, policy nor scopes are judged, there are
 * no ETag, CORS, request id, log or error body; the change writes no event and checks nothing.
 *
 * With the argument `own-statement` the read asks what the product asks, in its words: the difference between the two
 * floors is what judging the token costs the database, that between this floor and the product what the pipeline costs.
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import process from 'node:process';
import pg from 'pg';
import { serveQuestions } from '../lib/processes.mjs';

const [, , url, kind] = process.argv;

const account = `json_build_object('id', u.id, 'username', u.username, 'name', u.name, 'avatar', u.avatar,
  'profile', u.profile, 'primaryEmail', u.primary_email, 'primaryPhone', u.primary_phone, 'identities', '{}'::json,
  'ssoIdentities', '[]'::json, 'customData', u.custom_data, 'hasPassword', u.password_digest IS NOT NULL,
  'password', u.password_digest IS NOT NULL,
  'lastSignInAt', (extract(epoch FROM u.last_sign_in_at) * 1000)::bigint,
  'createdAt', (extract(epoch FROM u.created_at) * 1000)::bigint,
  'updatedAt', (extract(epoch FROM u.updated_at) * 1000)::bigint, 'applicationId', u.application_id,
  'cimdClientId', u.cimd_client_id, 'isSuspended', u.is_suspended, 'hasSecurityVerificationMethod', true)::text AS account`;

const owner = `u.tenant_id = t.tenant_id AND u.id = t.account_id AND t.tenant_id = 'default' AND t.id_hash = $1
  AND t.expires_at > $2`;

const read = { name: 'read', text: `SELECT ${account} FROM access_tokens t, users u WHERE ${owner}` };
/** The statement of the product's read, as its store hands it to the database. */
async function ownStatement() {
  const { findOwnAccount } = await import('../../packages/server/dist/account/account.store.js');
  const { name, text } = await findOwnAccount({ row: async statement => statement }, 'default', Buffer.alloc(32), 0);
  return { query: { name, text }, valuesOf: (hash, now) => ['default', hash, now] };
}

const reading = kind === 'own-statement' ? await ownStatement() : { query: read, valuesOf: (hash, now) => [hash, now] };

const change = {
  name: 'change',
  text: `UPDATE users u SET name = $3, updated_at = $2, version = version + 1 FROM access_tokens t WHERE ${owner}
    RETURNING ${account}`,
};

// As many connections as the product has for each kind, and pipelined like its own.
const readers = Array.from({ length: 2 }, () => new pg.Client({ connectionString: url, pipeline: true }));
await Promise.all(readers.map(client => client.connect()));
let turn = 0;
const writers = new pg.Pool({ connectionString: url, max: 8, idleTimeoutMillis: 0 });

const hashOf = ({ headers }) => createHash('sha256').update(headers.authorization.slice(7)).digest();

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return JSON.parse(text);
}

function answer(response, { rows: [row] }) {
  const text = row?.account ?? '{}';
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) };
  response.writeHead(row ? 200 : 401, headers).end(text);
}

const server = createServer((request, response) => {
  const now = new Date();
  const done =
    request.method === 'GET'
      ? readers[turn++ % 2].query({ ...reading.query, values: reading.valuesOf(hashOf(request), now) })
      : bodyOf(request).then(({ name }) => writers.query({ ...change, values: [hashOf(request), now, name] }));
  done.then(
    result => answer(response, result),
    error => response.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => serveQuestions({ port: server.address().port }, () => ({})));
