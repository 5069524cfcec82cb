/**
 * Prevents: two truths about whether a change is good. `.ci/run` installs Debian's packages and runs this; a developer
 * who has them runs `bash .ci/run` too.
 *
 * Every step runs even when one before it failed, and its failing output is printed. What it starts and writes is gone
 * afterwards. `node tools/ci.mjs start browser` runs some of the steps.
 */
import './lib/require-node.mjs';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

const { runToEnd, scratch } = await import('./ci/processes.mjs');
const { signInFirst } = await import('./ci/first-sign-in.mjs');
const { check, close, countClosingLine, countReport } = await import('./ci/tally.mjs');
const { createDatabase, startCluster } = await import('./ci/postgres-cluster.mjs');
const { startCommand, startProduct } = await import('./ci/product.mjs');
const { walkReadme } = await import('./ci/readme.mjs');
const { root } = await import('./lib/run.mjs');

const npm = (args, options) => runToEnd('npm', args, options);

/** Arguments that make vitest report to people and to us. */
const reporting = report => ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];

async function succeed(work) {
  const { code, output } = await work;
  if (code !== 0) throw new Error(output);
  return output;
}

let cluster;
/** The PostgreSQL of this run, started when the first step asks for it. */
const clusterUrl = () => {
  cluster ??= startCluster();
  return cluster;
};

async function tests(name, env) {
  const report = join(scratch, `${name.replaceAll(' ', '-')}.json`);
  await countReport(name, report, () => npm(['test', '--', ...reporting(report)], { env }));
}

/** Starts, is ended and is killed, and starts again each time; fails when that takes longer than the product promises. */
async function starts(name, promised, env) {
  const fits = (milliseconds, promised, what) => {
    if (milliseconds > promised) throw new Error(`${what} took ${milliseconds} ms, ${promised} are promised`);
    return `${milliseconds} ms (promised: ${promised})`;
  };
  await check(`first start on ${name}, graceful end`, async () => {
    const product = await startProduct(env);
    const code = await product.stop();
    if (code !== 0) throw new Error(`it ended with ${code}:\n${product.output()}`);
    return `${product.milliseconds} ms`;
  });
  await check(`restart on ${name}`, async () => {
    // The best of three: what is judged is the product, not what else the machine was doing.
    const times = [];
    for (let i = 0; i < 3; i++) {
      const product = await startProduct(env);
      times.push(product.milliseconds);
      await product.stop();
    }
    return fits(Math.min(...times), promised, 'a restart');
  });
  await check(`restart on ${name} after kill -9`, async () => {
    const victim = await startProduct(env);
    await victim.kill();
    const product = await startProduct(env);
    await product.stop();
    return fits(product.milliseconds, 5000, 'a restart after kill -9');
  });
}

/** Runs `work` against the built product, with an application that may use the Management API; `env` says over what. */
async function withProduct(work, env = {}) {
  const management = {
    MANAGEMENT_APP_ID: 'continuousIntegration',
    MANAGEMENT_APP_SECRET: 'secretOfContinuousIntegration',
  };
  const product = await startProduct({
    DATA_DIR: join(scratch, `product-${process.hrtime.bigint()}`),
    ...management,
    ...env,
  });
  const result = await work({ E2E_BASE_URL: product.baseUrl, JUDGE_BASE_URL: product.baseUrl, ...management });
  await product.stop();
  // What the product logged meanwhile often says why a page did not show.
  return result.code === 0
    ? result
    : { ...result, output: `${result.output}\n--- the product ---\n${product.output()}` };
}

/** The README's first command in a clone of what is committed, twice; after the first, its walk in a shell. */
async function startsFromClone() {
  const clone = join(scratch, 'clone');
  const firstLine = async (onward = async () => {}) => {
    const product = await startCommand('npm', ['start'], { cwd: clone });
    try {
      const inbox = await fetch(`${product.baseUrl}/dev/inbox/messages?to=nobody@example.com`);
      // A tool of the build once set NODE_ENV on its way, and the product went on in production mode.
      if (inbox.status !== 200) throw new Error(`it is not in development mode: the inbox answered ${inbox.status}`);
      await onward(product);
    } finally {
      await product.stop();
    }
    return product;
  };
  await check('npm start in a clone, and the first page that somebody has signed in to', async () => {
    const begin = performance.now();
    await succeed(runToEnd('git', ['clone', '--quiet', root, clone]));
    let signedIn = 0;
    const { milliseconds } = await firstLine(async product => {
      await signInFirst(product);
      signedIn = Math.round(performance.now() - begin);
      await walkReadme(clone, product.baseUrl);
    });
    if (signedIn > 120_000) throw new Error(`it took ${signedIn} ms, two minutes are promised`);
    return `served after ${milliseconds} ms, signed in ${signedIn} ms after the clone began`;
  });
  await check('npm start once more', async () => {
    const { output, milliseconds } = await firstLine();
    if (/building|installing/.test(output())) throw new Error(`it did something again:\n${output()}`);
    return `${milliseconds} ms`;
  });
  await check('npm run dev serves what is saved', () => reloads(clone));
}

/** Changes a source while `npm run dev` starts and once more when it runs, and waits for the server that has it. */
async function reloads(clone) {
  const source = join(clone, 'packages/server/src/http/status.ts');
  const before = await readFile(source, 'utf8');
  const save = async when => {
    const after = before.replace("{ database: 'ok' }", `{ database: 'ok', saved: '${when}' }`);
    if (after === before) throw new Error(`there is nothing to change in ${source}`);
    await writeFile(source, after);
  };
  const starting = startCommand('npm', ['run', 'dev'], { cwd: clone });
  await sleep(1000);
  await save('while it starts');
  const product = await starting;
  const served = async when => {
    const begin = performance.now();
    for (;;) {
      const answer = await fetch(`${product.baseUrl}/healthz`).then(
        response => response.text(),
        () => 'nothing',
      );
      const milliseconds = Math.round(performance.now() - begin);
      if (answer.includes(when)) return milliseconds;
      if (milliseconds > 60_000) throw new Error(`it answers ${answer} after a minute:\n${product.output()}`);
      await sleep(100);
    }
  };
  try {
    await served('while it starts');
    await save('while it runs');
    return `${await served('while it runs')} ms`;
  } finally {
    await product.stop();
  }
}

const orFailure = work => work.catch(error => ({ code: 1, output: String(error?.message ?? error) }));

/** The steps, in their order. */
const steps = {
  tests: async () => {
    const begin = performance.now();
    await tests('npm test');
    await check('npm test in under three minutes', () => {
      if (performance.now() - begin > 180_000) throw new Error('it took longer');
    });
  },
  checks: () => countClosingLine('npm run check', () => npm(['run', 'check'])),
  build: async () => {
    await check('npm run build', () => succeed(npm(['run', 'build'])).then(() => ''));
    await check('a second build has nothing to do', async () => {
      const output = await succeed(npm(['run', 'build']));
      if (output.includes('building')) throw new Error(output);
    });
  },
  postgres: async () => {
    let url;
    await check('PostgreSQL', async () => {
      url = await clusterUrl();
    });
    if (url) await tests('npm test on PostgreSQL', { TEST_DATABASE_URL: url });
  },
  clone: startsFromClone,
  start: async () => {
    await starts('the embedded database', 2000, { DATA_DIR: join(scratch, 'embedded') });
    await check('a database on PostgreSQL', async () => {
      await createDatabase(await clusterUrl(), 'freehold');
    });
    const url = await clusterUrl().catch(() => 'postgres://nowhere');
    await starts('PostgreSQL', 1000, {
      DATABASE_URL: url.replace(/\/postgres$/, '/freehold'),
      DATA_DIR: join(scratch, 'beside-postgres'),
    });
  },
  browser: async () => {
    if (!existsSync(join(root, 'e2e/vitest.config.ts'))) return;
    const report = join(scratch, 'browser.json');
    const args = ['exec', '--', 'vitest', 'run', '--config', 'e2e/vitest.config.ts', ...reporting(report)];
    // What starts a product of its own does so on both databases.
    const walk = async () => {
      const own = { E2E_POSTGRES_URL: await clusterUrl() };
      return withProduct(env => npm(args, { env: { ...env, ...own }, minutes: 30 }));
    };
    await countReport('browser', report, () => orFailure(walk()));
  },
  judges: async () => {
    const cwd = join(root, 'judges');
    if (!existsSync(join(cwd, 'package.json'))) return;
    await check('judges: npm ci', () => succeed(npm(['ci'], { cwd })).then(() => ''));
    const judged = env => withProduct(own => npm(['test'], { cwd, env: own, minutes: 15 }), env);
    await countClosingLine('judges', () => orFailure(judged({})));
    const onPostgres = async () => judged({ DATABASE_URL: await createDatabase(await clusterUrl(), 'judged') });
    await countClosingLine('judges on PostgreSQL', () => orFailure(onPostgres()));
  },
};

const wanted = process.argv.slice(2);
for (const [name, step] of Object.entries(steps)) if (wanted.length === 0 || wanted.includes(name)) await step();
close();
