/** The built product, as an operator runs it: a process of its own, in production mode. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort, start } from './processes.mjs';

/**
 * Starts the built product in production mode on the database at `databaseUrl`, with its data below `folder`. `profile` is
 * a folder for a CPU profile, `env` what else its environment says.
 */
export async function startProduct(folder, databaseUrl, { profile, env = {} } = {}) {
  const main = fileURLToPath(new URL('../../packages/server/dist/bundle/main.js', import.meta.url));
  if (!existsSync(main)) throw new Error('the product is not built: run "npm run build" first');
  const port = await freePort();
  const management = { id: 'benchmanagement', secret: randomBytes(24).toString('hex') };
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const { child, output } = start(process.execPath, [...profiling, main], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      FREEHOLD_DEV: '0',
      LOG_LEVEL: 'warn',
      HOST: '127.0.0.1',
      PORT: String(port),
      ENDPOINT: `http://127.0.0.1:${port}`,
      DATA_DIR: join(folder, 'data'),
      DATABASE_URL: databaseUrl,
      SECRETS_KEY: randomBytes(32).toString('base64'),
      MANAGEMENT_APP_ID: management.id,
      MANAGEMENT_APP_SECRET: management.secret,
      ...env,
    },
  });
  for (let tries = 0; !output().includes('Freehold serves'); tries++) {
    if (child.exitCode !== null || tries > 300) throw new Error(`the product did not start:\n${output()}`);
    await sleep(100);
  }
  return { pid: child.pid, port, management };
}
