/** A server process of one's own, to be started, killed and started again on one data folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const main = new URL('../packages/server/dist/bundle/main.js', import.meta.url).pathname;

/** What was printed, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

export interface OwnServer {
  readonly url: string;
  readonly process: ChildProcess;
  /** Everything that it has printed so far, on both streams. */
  output(): string;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Ended>;
}

/** An empty folder for a product's data. */
export const newDataFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'freehold-'));

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, 'localhost');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

export const managementApp = { id: 'management', secret: 'a-secret-of-the-tests'.replaceAll('-', '') };

/** Runs the built product with nothing of this process's environment but what it needs. */
export function run(environment: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended: Promise<Ended> = once(child, 'close').then(([code]) => ({ code, output }));
  return { child, output: () => output, ended };
}

/**
 * Starts the product and waits until it serves.
 *
 * @param host another name of this machine: browsers keep cookies by name, not by port, so two products that one browser
 * visits need two
 */
export async function startServer(
  dataDir: string,
  more: Readonly<Record<string, string>> = {},
  host = 'localhost',
): Promise<OwnServer> {
  // A restart keeps its address.
  const port = Number(more['PORT'] ?? (await freePort()));
  const url = `http://${host}:${port}`;
  const { child, output, ended } = run({
    PORT: String(port),
    DATA_DIR: dataDir,
    MANAGEMENT_APP_ID: managementApp.id,
    MANAGEMENT_APP_SECRET: managementApp.secret,
    ...(host !== 'localhost' && { ENDPOINT: url }),
    ...more,
  });
  while (!(await serves(url))) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${output()}`);
    await setTimeout(50);
  }
  return {
    url,
    process: child,
    output,
    end: signal => {
      child.kill(signal);
      return ended;
    },
  };
}

const serves = (url: string): Promise<boolean> =>
  fetch(`${url}/api/status`).then(
    response => response.status === 204,
    () => false,
  );

/** Calls the Management API of a server. */
export async function managementOf(url: string) {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    resource: 'https://default.logto.app/api',
    scope: 'all',
  });
  const basic = Buffer.from(`${managementApp.id}:${managementApp.secret}`).toString('base64');
  const answer = await fetch(`${url}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: form,
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return (method: string, path: string, body?: unknown): Promise<Response> =>
    fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
}
