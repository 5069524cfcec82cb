import { createApp } from '../app.ts';
import { bootstrap, demoUser, FIRST_ADMINISTRATOR } from '../bootstrap.ts';
import { closeConnectors, createInbox } from '../connectors/index.ts';
import { createBreachCheck, createPasswordHasher } from '../factors/index.ts';
import { secretsFile } from '../first-start.ts';
import { authenticateManager, createPages, createSourceOf, defaultWebRoot, listen } from '../http/index.ts';
import { createOutbound, systemClock } from '../lib/index.ts';
import { createLog } from '../log.ts';
import { createMessenger, createNoticeWorker, trackMessages } from '../notifications/index.ts';
import { builtInClientIds, createOidc } from '../oidc/index.ts';
import { holdsManagementScope } from '../roles/index.ts';
import { startSweeping } from '../sessions/index.ts';
import { createAccessTokenVerifier, createKeyLoader, createTenantDirectory, DEFAULT_TENANT } from '../tenants/index.ts';
import { createWebhookWorker } from '../webhooks/index.ts';
import type { Installation } from './open-installation.ts';

/** Puts the product together on an open installation and serves until it is told to stop. */
export async function serve(installation: Installation): Promise<void> {
  const { config, secrets, database, envelope, keys } = installation;
  const clock = systemClock;
  const log = createLog(config.logLevel);
  const hasher = createPasswordHasher();
  const breachCheck =
    config.passwordBreachApi === undefined
      ? undefined
      : createBreachCheck({
          endpoint: config.passwordBreachApi,
          onFailure: err => log.warn({ err }, 'the breach service gave no answer'),
        });
  const inbox = config.development ? createInbox({ clock, directory: config.messageDir }) : undefined;
  const outbound = createOutbound({ loopback: config.development, allow: config.outboundAllow });
  const messenger = trackMessages(createMessenger({ envelope, outbound, development: config.development, inbox, log }));
  const first = await bootstrap({ database, envelope, hasher, secrets, development: config.development, now: clock() });

  const tenants = createTenantDirectory({ database, clock, places: config });
  const loadKeys = createKeyLoader({ database, envelope, clock });
  // Opens the first tenant's keys before anything is served: a wrong SECRETS_KEY stops the start, not the first sign-in.
  await loadKeys(await tenants.find(DEFAULT_TENANT));
  const oidc = createOidc({
    database,
    envelope,
    clock,
    log,
    tenants,
    keys: loadKeys,
    development: config.development,
    sourceOf: createSourceOf(config.trustProxy),
  });
  const pages = createPages({ webRoot: defaultWebRoot() });
  if (pages.problem) console.error(`freehold: ${pages.problem}`);
  const app = createApp({
    database,
    clock,
    envelope,
    keys,
    hasher,
    breachCheck,
    outbound,
    messenger,
    inbox,
    log,
    pages,
    interactions: oidc.interactions,
    development: config.development,
    providerOrigins: config.providerOrigins,
    trustProxy: config.trustProxy,
    secure: config.endpoint.startsWith('https:'),
    cors: { development: config.development, managementOrigins: new Set(config.corsOrigins) },
    builtInClients: builtInClientIds(config.development),
    findTenant: host => tenants.findByHost(host),
    authenticateManager: authenticateManager({
      verify: createAccessTokenVerifier({ tenants, keys: loadKeys, clock }),
      holdsManagementScope: (tenantId, holder) => holdsManagementScope(database, tenantId, holder, clock()),
    }),
    oidc,
  });
  const stopSweeping = startSweeping({ database, clock, onError: err => log.warn({ err }, 'the sweep failed') });
  const webhooks = createWebhookWorker({
    database,
    envelope,
    clock,
    outbound,
    onError: err => log.warn({ err }, 'webhooks could not be delivered'),
  });
  webhooks.start();
  const notices = createNoticeWorker({
    database,
    envelope,
    clock,
    messenger,
    findTenant: tenantId => tenants.find(tenantId),
    onError: err => log.warn({ err }, 'notices could not be delivered'),
  });
  notices.start();
  const stop = async () => {
    stopSweeping();
    // Takes no new connections, lets requests under way finish, then closes.
    await Promise.all([app.close(), webhooks.stop(), notices.stop()]);
    await messenger.idle();
    closeConnectors({ outbound });
    await outbound.close();
    await database.close();
  };
  let stopping = false;
  const onSignal = () => {
    // A second Ctrl-C must not close what is closing; a third would be a kill.
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      error => {
        log.error({ err: error }, 'the stop failed');
        process.exit(1);
      },
    );
  };
  // Before it listens: whoever sees it serve may tell it to stop at once.
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);

  await listen(app, config);
  greet(installation, first);
}

/** Where to go. Secrets of the first start go to the terminal once, in development only, and never through the log. */
function greet({ config, secrets }: Installation, first: boolean): void {
  const mode = config.development ? 'development' : 'production';
  const database = config.databaseUrl ? 'PostgreSQL' : `the embedded database in ${config.dataDir}`;
  const lines = [`Freehold serves ${config.endpoint} in ${mode} mode on ${database}.`];
  if (config.development) {
    lines.push(
      `Console:          ${config.endpoint}/console`,
      `Try it:           ${config.endpoint}/demo-app`,
      `Reference:        ${config.endpoint}/docs`,
    );
    lines.push(
      `Inbox:            ${config.endpoint}/dev/inbox  (mails and text messages, while no connector is configured)`,
    );
  }
  if (first && config.development) {
    lines.push(
      'Shown this once:',
      `  administrator   ${FIRST_ADMINISTRATOR} / ${secrets.administratorPassword}  (at ${config.endpoint}/console)`,
      `  demo user       ${demoUser.username} / ${secrets.demoPassword}`,
      `  Management API  client id ${secrets.managementAppId}, secret ${secrets.managementAppSecret}`,
      `  They are kept in ${secretsFile(config)}.`,
    );
  } else if (first) {
    lines.push(
      `The secrets of the first start, and the password of the administrator ${FIRST_ADMINISTRATOR}, are in ${secretsFile(config)}.`,
      `Administrators sign in at ${config.endpoint}/console.`,
    );
  }
  console.log(lines.join('\n'));
}
