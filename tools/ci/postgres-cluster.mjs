/** Prevents: a test against whatever PostgreSQL happens to run on the machine, with its data and its settings. */
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, runToEnd, scratch, start } from './processes.mjs';

/** The newest PostgreSQL that Debian has installed. */
function binaries() {
  const home = '/usr/lib/postgresql';
  const versions = existsSync(home) ? readdirSync(home).sort((a, b) => Number(b) - Number(a)) : [];
  const newest = versions.find(version => existsSync(join(home, version, 'bin/initdb')));
  if (newest === undefined) throw new Error('PostgreSQL is not installed');
  return join(home, newest, 'bin');
}

/** PostgreSQL refuses to run as root. */
function user() {
  if (process.getuid() !== 0) return {};
  const id = flag => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Makes and starts a cluster on a free port of the loopback interface. Resolves with its URL. */
export async function startCluster() {
  const bin = binaries();
  const who = user();
  const folder = join(scratch, 'postgres');
  mkdirSync(folder);
  if (who.uid !== undefined) chownSync(folder, who.uid, who.gid);
  const options = { cwd: folder, ...who };
  const data = join(folder, 'data');
  const made = await runToEnd(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'],
    options,
  );
  if (made.code !== 0) throw new Error(`initdb failed:\n${made.output}`);
  const port = await freePort();
  // Nothing here has to survive the machine: what is tested is that the product waits for its commits, not the disk.
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    max_connections: 200,
    fsync: 'off',
  };
  const server = start(
    join(bin, 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    options,
  );
  for (let tries = 0; !server.output().includes('ready to accept connections'); tries++) {
    if (server.hasEnded() || tries > 300) throw new Error(`PostgreSQL did not start:\n${server.output()}`);
    await sleep(100);
  }
  return `postgres://postgres@127.0.0.1:${port}/postgres`;
}

/** Creates an empty database in the cluster and resolves with its URL. */
export async function createDatabase(clusterUrl, name) {
  const { code, output } = await runToEnd(join(binaries(), 'psql'), [
    clusterUrl,
    '-qc',
    `CREATE DATABASE ${name} TEMPLATE template0`,
  ]);
  if (code !== 0) throw new Error(`no database ${name}:\n${output}`);
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  return url.href;
}
