/**
 * Can a stranger with a clock tell whether an address has an account? `node bench/known-or-not.mjs` after `npm run build`.
 *
 * Asks for codes as the pages do, for addresses that have an account and for as many that have none, one request at a time
 * and in an order that the dice make, on PostgreSQL and with a real mail server. Prints the median time of each kind, the
 * difference, and how often an answer about a known address is the slower of two (0.5: the clock says nothing).
 * Options: --pairs 300.
 */
import { randomInt } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Connection } from './lib/connection.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { startHelper, stopAll } from './lib/processes.mjs';
import { startProduct } from './lib/product.mjs';
import { openSignIn, REDIRECT_URI } from './lib/sign-in.mjs';
import { managementApi } from './lib/world.mjs';

const { values: options } = parseArgs({ options: { pairs: { type: 'string', default: '300' } } });
const pairs = Number(options.pairs);
const WARM_UP_PAIRS = 30;
/** The message leaves after its answer; the next request comes when it is gone. */
const PAUSE_MS = 60;

const folder = mkdtempSync(join(tmpdir(), 'freehold-clock-'));
chmodSync(folder, 0o755);
process.once('SIGINT', () => stopAll().finally(() => process.exit(130)));
try {
  await measure();
} finally {
  await stopAll();
  rmSync(folder, { recursive: true, force: true });
}

async function measure() {
  const postgres = await startPostgres(folder);
  const product = await startProduct(folder, postgres.url);
  const mail = await startHelper('lib/mail-server.mjs');
  const connection = await Connection.open(product.port);
  const clientId = await furnish(connection, product.management, mail.ready.port);
  for (const event of ['SignIn', 'ForgotPassword']) {
    const before = (await mail.ask({})).taken;
    const times = { known: [], unknown: [] };
    for (let pair = 0; pair < pairs + WARM_UP_PAIRS; pair++) {
      const kinds = randomInt(2) === 0 ? ['known', 'unknown'] : ['unknown', 'known'];
      for (const kind of kinds) {
        const milliseconds = await ask(connection, clientId, event, `${kind}_${event}_${pair}@example.com`);
        if (pair >= WARM_UP_PAIRS) times[kind].push(milliseconds);
        await sleep(PAUSE_MS);
      }
    }
    const { taken } = await mail.ask({});
    // Else a refusal would have been measured, or a mail to a stranger.
    if (taken - before !== pairs + WARM_UP_PAIRS) throw new Error(`${taken - before} mails for ${pairs} people`);
    print(event, times);
  }
  connection.close();
}

/** People, a mail server, and codes as the only way in; nobody can register. */
async function furnish(connection, management, port) {
  const api = await managementApi(connection, management);
  await api(connection, 'POST', '/api/connectors', {
    connectorId: 'simple-mail-transfer-protocol',
    config: { host: '127.0.0.1', port, fromEmail: 'Freehold <no-reply@example.com>', ignoreTLS: true },
  });
  await api(connection, 'PATCH', '/api/sign-in-exp', {
    signInMode: 'SignIn',
    signIn: { methods: [{ identifier: 'email', password: true, verificationCode: true, isPasswordPrimary: false }] },
    messageRateLimitPolicy: { perRecipient: 5, perUser: 5, perOrigin: 10_000, windowSeconds: 600 },
  });
  for (const event of ['SignIn', 'ForgotPassword']) {
    for (let pair = 0; pair < pairs + WARM_UP_PAIRS; pair++) {
      await api(connection, 'POST', '/api/users', { primaryEmail: `known_${event}_${pair}@example.com` });
    }
  }
  const { id } = await api(connection, 'POST', '/api/applications', {
    name: 'Bench',
    type: 'SPA',
    oidcClientMetadata: { redirectUris: [REDIRECT_URI], postLogoutRedirectUris: [] },
  });
  return id;
}

async function ask(connection, clientId, event, value) {
  const post = await openSignIn(connection, { clientId, event });
  const begin = performance.now();
  await post('/api/experience/verification/verification-code', {
    identifier: { type: 'email', value },
    interactionEvent: event,
  });
  return performance.now() - begin;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function print(event, { known, unknown }) {
  const slower = known.flatMap(a => unknown.map(b => (a > b ? 1 : a === b ? 0.5 : 0)));
  const share = slower.reduce((sum, one) => sum + one, 0) / slower.length;
  // Of the share, if the two did not differ (Mann and Whitney).
  const error = Math.sqrt((known.length + unknown.length + 1) / (12 * known.length * unknown.length));
  const [a, b] = [median(known), median(unknown)];
  console.log(
    `${event}: known ${a.toFixed(2)} ms, unknown ${b.toFixed(2)} ms, difference ${(a - b).toFixed(2)} ms; ` +
      `known slower in ${share.toFixed(3)} of comparisons (0.5 ± ${(2 * error).toFixed(3)} by chance), ${known.length} each`,
  );
}
