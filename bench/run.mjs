/**
 * Measures the product on PostgreSQL against what it cannot do without: `node bench/run.mjs` after `npm run build`.
 * README.md says how and what for. Options: --rounds 5, --seconds 4, --users 10000, --only read,change,
 * --profile <folder> (a CPU profile of the server; its figures are then not worth keeping).
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { busySeconds, cpuOfFamily, cpuOfProcess } from './lib/cpu.mjs';
import { settings as postgresSettings, startPostgres } from './lib/postgres.mjs';
import { startHelper, stopAll } from './lib/processes.mjs';
import { startProduct } from './lib/product.mjs';
import { judge, printTable } from './lib/report.mjs';
import { makeWorld } from './lib/world.mjs';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    users: { type: 'string', default: '10000' },
    only: { type: 'string' },
    profile: { type: 'string' },
  },
});
const [rounds, seconds, users] = [options.rounds, options.seconds, options.users].map(Number);
const WARM_UP_SECONDS = 1;

const on = (connections, workload) => [{ workload, connections }];

/** What is measured, and beside what. */
const measurements = [
  { name: 'read', what: 'GET /api/my-account', parts: on(16, 'read'), floor: 'statement' },
  { name: 'read (least)', what: 'the same, beside the least statement', parts: on(16, 'read'), floor: 'http' },
  { name: 'change', what: 'PATCH /api/my-account', parts: on(16, 'change'), floor: 'http' },
  { name: 'password', what: 'POST /api/verifications/password', parts: on(16, 'password'), floor: 'argon2' },
  {
    name: 'password (least)',
    what: 'the same, beside a hash between two commits',
    parts: on(16, 'password'),
    floor: 'proof',
  },
  {
    name: 'refresh',
    what: 'POST /oidc/token, refresh',
    parts: on(16, 'refresh'),
    floor: 'http',
    beside: on(16, 'change'),
  },
  { name: 'signIn', what: 'whole sign-in, 9 requests', parts: on(16, 'signIn'), floor: 'argon2' },
  { name: 'mixed', what: '4 reading, 4 proving passwords', parts: [...on(4, 'read'), ...on(4, 'password')] },
].filter(({ name }) => options.only === undefined || options.only.split(',').includes(name));

const folder = mkdtempSync(join(tmpdir(), 'freehold-bench-'));
chmodSync(folder, 0o755);
process.once('SIGINT', () => stopAll().finally(() => process.exit(130)));
try {
  await bench();
} finally {
  await stopAll();
  rmSync(folder, { recursive: true, force: true });
}

async function bench() {
  const postgres = await startPostgres(folder);
  const product = await startProduct(folder, postgres.url, { profile: options.profile });
  console.log(`${users} users and their tokens …`);
  const world = await makeWorld({ ...product, databaseUrl: postgres.url, users });
  const worldFile = join(folder, 'world.json');
  writeFileSync(worldFile, JSON.stringify(world), { mode: 0o600 });
  const load = await startHelper('lib/load.mjs', [worldFile]);
  const http = await startHelper('floors/http.mjs', [postgres.url]);
  const statement = await startHelper('floors/http.mjs', [postgres.url, 'own-statement']);
  const argon2 = await startHelper('floors/argon2.mjs', [worldFile]);
  const proof = await startHelper('floors/proof.mjs', [postgres.url]);

  const underLoad = (server, parts) => ({
    pid: server.pid,
    run: time => load.ask({ port: server.port, parts, seconds: time }),
  });
  const subjectsOf = ({ parts, floor, beside = parts }) => ({
    product: underLoad(product, parts),
    ...(floor === 'http' && { floor: underLoad({ pid: http.pid, port: http.ready.port }, beside) }),
    ...(floor === 'statement' && { floor: underLoad({ pid: statement.pid, port: statement.ready.port }, beside) }),
    ...(floor === 'proof' && { floor: underLoad({ pid: proof.pid, port: proof.ready.port }, beside) }),
    ...(floor === 'argon2' && { floor: { pid: argon2.pid, run: time => argon2.ask({ seconds: time }) } }),
  });

  const slots = Object.fromEntries(measurements.map(({ name }) => [name, { product: [], floor: [] }]));
  for (let round = 0; round < rounds; round++) {
    for (const measurement of measurements) {
      const subjects = Object.entries(subjectsOf(measurement));
      // Whoever comes second finds a warmer machine, or a busier one: they take turns in that, too.
      if (round % 2 === 1) subjects.reverse();
      for (const [name, subject] of subjects) {
        slots[measurement.name][name].push(await measure(subject, [load.pid], postgres.pid));
      }
    }
    console.log(`round ${round + 1} of ${rounds} done`);
  }

  const results = measurements.map(measurement => judge(measurement, slots[measurement.name]));
  printTable(results);
  if (options.profile === undefined) keep(results, postgres);
}

/** One slot: a short warm-up, then the load between two looks at the clocks of everybody who works for it. */
async function measure({ pid, run }, others, postmaster) {
  await run(WARM_UP_SECONDS);
  const look = () => ({
    server: cpuOfProcess(pid),
    database: cpuOfFamily(postmaster),
    others: others.reduce((total, other) => total + cpuOfProcess(other), 0),
    machine: busySeconds(),
  });
  const before = look();
  const { elapsed, parts } = await run(seconds);
  const after = look();
  const used = name => after[name] - before[name];
  const strangers = used('machine') - used('server') - used('database') - used('others');
  return {
    elapsed,
    parts,
    serverCpu: used('server'),
    databaseCpu: used('database'),
    /** Processors that somebody else kept busy, on average. */
    strangers: Math.max(0, strangers / elapsed),
  };
}

function keep(results, postgres) {
  const machine = `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const document = {
    measuredAt: new Date().toISOString(),
    command: ['node', 'bench/run.mjs', ...process.argv.slice(2)].join(' '),
    machine,
    node: process.version,
    postgres: { version: postgres.version, settings: postgresSettings },
    rounds,
    secondsASlot: seconds,
    users,
    results,
  };
  const path = fileURLToPath(new URL('./results/latest.json', import.meta.url));
  mkdirSync(new URL('./results/', import.meta.url), { recursive: true });
  writeFileSync(path, `${JSON.stringify(document, null, 2)}\n`);
  console.log(`\n${machine}, Node ${process.version}, ${postgres.version}\nwritten to bench/results/latest.json`);
}
