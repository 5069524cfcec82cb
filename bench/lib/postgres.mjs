/** A PostgreSQL of the bench's own, new and empty, on the loopback interface. */
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, run, start } from './processes.mjs';

/** What differs from PostgreSQL's defaults. Commits are durable as by default: fsync and synchronous_commit are on. */
export const settings = { max_connections: '60', shared_buffers: '256MB', autovacuum_naptime: '1min' };

/** The lowest version that the product promises, where it is installed; else the newest. */
function binaries() {
  const home = '/usr/lib/postgresql';
  const versions = existsSync(home) ? readdirSync(home).sort((a, b) => Number(b) - Number(a)) : [];
  const version = versions.includes('15') ? '15' : versions[0];
  if (version === undefined) throw new Error('PostgreSQL is not installed (Debian: postgresql)');
  return join(home, version, 'bin');
}

/** PostgreSQL refuses to run as root. */
function user() {
  if (process.getuid() !== 0) return {};
  const id = flag => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Makes and starts a cluster below `folder`; resolves with the URL of an empty database and the postmaster's pid. */
export async function startPostgres(folder) {
  const bin = binaries();
  const who = user();
  const home = join(folder, 'postgres');
  mkdirSync(home);
  if (who.uid !== undefined) chownSync(home, who.uid, who.gid);
  const options = { cwd: home, ...who };
  const data = join(home, 'data');
  await run(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'],
    options,
  );
  const port = await freePort();
  const flags = { ...settings, port, listen_addresses: '127.0.0.1', unix_socket_directories: home };
  const args = Object.entries(flags).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { child, output } = start(join(bin, 'postgres'), ['-D', data, ...args], options);
  for (let tries = 0; !output().includes('ready to accept connections'); tries++) {
    if (child.exitCode !== null || tries > 300) throw new Error(`PostgreSQL did not start:\n${output()}`);
    await sleep(100);
  }
  const version = execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).trim();
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, pid: child.pid, version };
}
