/**
 * The load, in a process of its own: so many connections, each of which sends its next request when it has the answer
 * to the last. Answers every question `{ port, parts: [{ workload, connections }], seconds, world }` with counts and
 * latencies a part. An answer with another status than the workload expects ends the bench.
 */
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { Connection } from './connection.mjs';
import { serveQuestions } from './processes.mjs';
import { refresh, signIn } from './sign-in.mjs';

const world = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const JSON_BODY = 'content-type: application/json\r\n';

const anybody = () => world.users[randomInt(world.users.length)];
const bearer = user => `authorization: Bearer ${user.accessToken}\r\n`;

let serial = 0;
// Nobody refreshes with a token that another connection is using: each takes the next user's.
let nextToRefresh = 0;

/** What a connection does again and again; resolves with how many requests it was. */
const workloads = {
  async read(connection) {
    expect(200, await connection.request('GET', '/api/my-account', bearer(anybody())));
    return 1;
  },
  async change(connection) {
    const body = JSON.stringify({ name: `Renamed ${++serial}` });
    expect(200, await connection.request('PATCH', '/api/my-account', bearer(anybody()) + JSON_BODY, body));
    return 1;
  },
  async password(connection) {
    const body = JSON.stringify({ password: world.password });
    expect(201, await connection.request('POST', '/api/verifications/password', bearer(anybody()) + JSON_BODY, body));
    return 1;
  },
  async refresh(connection) {
    const user = world.users[nextToRefresh++ % world.users.length];
    const { clientId } = world;
    const { body } = expect(200, await refresh(connection, { clientId, refreshToken: user.refreshToken }));
    user.refreshToken = JSON.parse(body).refresh_token;
    return 1;
  },
  async signIn(connection) {
    const { username } = anybody();
    return (await signIn(connection, { clientId: world.clientId, username, password: world.password })).requests;
  },
};

function expect(status, answer) {
  if (answer.status !== status) throw new Error(`expected ${status}, got ${answer.status}: ${answer.body}`);
  return answer;
}

async function repeat(work, connection, deadline) {
  const latencies = [];
  let requests = 0;
  for (let now = performance.now(); now < deadline; ) {
    requests += await work(connection);
    const then = performance.now();
    latencies.push(then - now);
    now = then;
  }
  return { latencies, requests };
}

function summarize(results, seconds) {
  const latencies = Float64Array.from(results.flatMap(({ latencies }) => latencies)).sort();
  const at = share => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
  return {
    count: latencies.length,
    requests: results.reduce((total, { requests }) => total + requests, 0),
    perSecond: latencies.length / seconds,
    milliseconds: { p50: at(0.5), p90: at(0.9), p99: at(0.99), max: latencies.at(-1) },
  };
}

serveQuestions({ ready: true }, async ({ port, parts, seconds }) => {
  const open = ({ connections }) => Promise.all(Array.from({ length: connections }, () => Connection.open(port)));
  const opened = await Promise.all(parts.map(open));
  const startedAt = performance.now();
  const deadline = startedAt + seconds * 1000;
  const run = ({ workload }, i) => Promise.all(opened[i].map(one => repeat(workloads[workload], one, deadline)));
  const results = await Promise.all(parts.map(run));
  const elapsed = (performance.now() - startedAt) / 1000;
  for (const connection of opened.flat()) connection.close();
  return { elapsed, parts: results.map(result => summarize(result, elapsed)) };
});
