/** Prevents: a build that passes every test and does not start. */
import { get } from 'node:http';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverMain } from '../lib/build-steps.mjs';
import { freePort, start } from './processes.mjs';

const statusOf = url =>
  new Promise(resolve => {
    get(url, response => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', () => resolve(undefined));
  });

/**
 * Starts a command that serves the product and resolves when `GET /api/status` answers 204.
 *
 * `milliseconds` is the time from the start of the process to that answer; `stop` asks it to end and resolves with its
 * exit code; `kill` does not ask.
 */
export async function startCommand(command, args, { env = {}, ...options } = {}) {
  const port = env.PORT ?? String(await freePort());
  const baseUrl = `http://localhost:${port}`;
  const begin = performance.now();
  const product = start(command, args, { ...options, env: { LOG_LEVEL: 'warn', ...env, PORT: port } });
  while ((await statusOf(`${baseUrl}/api/status`)) !== 204) {
    if (product.hasEnded() || performance.now() - begin > 180_000) {
      product.kill('SIGKILL');
      throw new Error(`the product did not start:\n${product.output()}`);
    }
    await sleep(10);
  }
  const milliseconds = Math.round(performance.now() - begin);
  const end = async name => {
    product.kill(name);
    const tooLong = setTimeout(() => product.kill('SIGKILL'), 30_000);
    const code = await product.ended;
    clearTimeout(tooLong);
    return code;
  };
  return { baseUrl, milliseconds, output: product.output, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/** Starts the built product as operators do; see {@link startCommand}. */
export const startProduct = env => startCommand(process.execPath, [serverMain], { env });
