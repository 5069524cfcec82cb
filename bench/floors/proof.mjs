/**
 * What a proof by password would cost with nothing around it but what makes it one: `node:http`, an attempt that is counted
 * durably before the password is judged, the hash, and a second commit that gives the place back and writes the proof. The
 * tables are its own, without indexes or references. Neither session, grant, suspension, policy nor scopes are judged; there
 * are no event, window of time, pause, CORS, request id, log or error body, and nobody looks whether the password has
 * changed meanwhile.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { verify } from '@node-rs/argon2';
import pg from 'pg';
import { serveQuestions } from '../lib/processes.mjs';

const [, , url] = process.argv;

const reserve = {
  name: 'reserve',
  text: `WITH judged AS (
      SELECT u.id, u.password_digest AS digest FROM access_tokens t, users u
      WHERE u.tenant_id = t.tenant_id AND u.id = t.account_id AND t.tenant_id = 'default' AND t.id_hash = $1
        AND t.expires_at > $2),
    place AS (
      INSERT INTO floor_attempts AS f (id, attempts) SELECT id, 1 FROM judged
      ON CONFLICT (id) DO UPDATE SET attempts = f.attempts + 1 WHERE f.attempts < 100
      RETURNING id)
    SELECT id, digest FROM judged JOIN place USING (id)`,
};
const prove = {
  name: 'prove',
  text: `WITH released AS (UPDATE floor_attempts SET attempts = attempts - 1 WHERE id = $1)
    INSERT INTO floor_proofs (id, account_id, created_at) VALUES ($2, $1, $3)`,
};

const pool = new pg.Pool({ connectionString: url, max: 8, idleTimeoutMillis: 0 });
await pool.query(`CREATE TABLE floor_attempts (id text PRIMARY KEY, attempts integer NOT NULL);
  CREATE TABLE floor_proofs (id text PRIMARY KEY, account_id text NOT NULL, created_at timestamptz NOT NULL)`);

// As many hashes at once as the product allows itself.
let free = Math.max(1, availableParallelism() - 1);
const waiting = [];
async function inTurn(task) {
  if (free === 0) await new Promise(resolve => waiting.push(resolve));
  else free--;
  try {
    return await task();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free++;
  }
}

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return JSON.parse(text);
}

async function proofOf(request) {
  const now = new Date();
  const hash = createHash('sha256').update(request.headers.authorization.slice(7)).digest();
  const { password } = await bodyOf(request);
  const { rows } = await pool.query({ ...reserve, values: [hash, now] });
  const [user] = rows;
  // A wrong password keeps its place.
  if (!user || !(await inTurn(() => verify(user.digest, password)))) return undefined;
  const id = randomUUID();
  await pool.query({ ...prove, values: [user.id, id, now] });
  return { verificationRecordId: id };
}

const server = createServer((request, response) => {
  proofOf(request).then(
    proof => {
      const text = JSON.stringify(proof ?? {});
      const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) };
      response.writeHead(proof ? 201 : 401, headers).end(text);
    },
    error => response.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => serveQuestions({ port: server.address().port }, () => ({})));
