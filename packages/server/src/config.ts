/**
 * Every setting of the process: environment name, schema, default and prose in one table, from which
 * `docs/reference/configuration.md` is printed. What an administrator changes while the product runs
 * is in the database, not here.
 */
import { z } from 'zod';
import { createKeyRing, isAllowEntry } from './lib/index.ts';

/** A setting as the reference page shows it. */
export interface Setting {
  readonly schema: z.ZodType;
  /** Its default in words. */
  readonly byDefault: string;
  readonly prose: string;
}

const integer = (min: number, max: number) =>
  z.string().regex(/^\d+$/, 'must be a whole number').transform(Number).pipe(z.int().min(min).max(max));

const flag = z.enum(['0', '1', 'true', 'false']).transform(value => value === '1' || value === 'true');

const baseUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http(s) URL' })
  .refine(value => !/[?#]|\/$/.test(value), 'must have no trailing slash, query or fragment');

const list = z.string().transform(value =>
  value
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== ''),
);

const secretsKey = z.string().refine(isKeyList, 'must be base64 of 32 bytes, or a comma-separated list of such keys');

function isKeyList(value: string): boolean {
  try {
    createKeyRing(value);
    return true;
  } catch {
    return false;
  }
}

/** `id=origin` pairs as a map. */
function readOrigins(pairs: readonly string[], context: z.RefinementCtx): Readonly<Record<string, string>> {
  const entries = pairs.map(pair => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const);
  for (const [id, origin] of entries) {
    if (id === '' || !URL.canParse(origin) || new URL(origin).origin !== origin) {
      context.addIssue({ code: 'custom', message: 'must be pairs of a kind of connector and an origin, id=origin' });
    }
  }
  return Object.fromEntries(entries);
}

const alphanumeric = z.string().regex(/^[A-Za-z0-9]+$/, 'must be letters and digits only');

export const settings = {
  PORT: {
    schema: integer(1, 65_535).default(3001),
    byDefault: '`3001`',
    prose: 'TCP port on which the product listens.',
  },
  HOST: {
    schema: z.string().min(1).optional(),
    byDefault: '`localhost` when `ENDPOINT` is a loopback address, else all interfaces',
    prose: 'Address on which the product listens.',
  },
  ENDPOINT: {
    schema: baseUrl.optional(),
    byDefault: '`http://localhost:$PORT`',
    prose:
      'Public base URL, without a trailing slash. Every link, redirect and token names it: request headers such as `Host` or `X-Forwarded-Host` are never believed.',
  },
  DATA_DIR: {
    schema: z.string().min(1).default('./data'),
    byDefault: '`./data`',
    prose:
      'Folder of the embedded database and of the secrets made at the first start. One process at a time may use it.',
  },
  DATABASE_URL: {
    schema: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
      .optional(),
    byDefault: 'the embedded database in `DATA_DIR`',
    prose: 'PostgreSQL 15 or newer. Any number of processes may share it.',
  },
  SECRETS_KEY: {
    schema: secretsKey.optional(),
    byDefault: 'made at the first start and kept in `DATA_DIR`; required in production',
    prose:
      'Key that encrypts the secrets in the database: base64 of 32 random bytes (`openssl rand -base64 32`). A comma-separated list rotates it: the first key encrypts, all decrypt.',
  },
  MANAGEMENT_APP_ID: {
    schema: alphanumeric.max(21).optional(),
    byDefault: 'made at the first start',
    prose: 'Client id of the first machine-to-machine application, which may call the Management API.',
  },
  MANAGEMENT_APP_SECRET: {
    schema: alphanumeric.min(16, 'must have at least 16 characters').max(128).optional(),
    byDefault: 'made at the first start',
    prose: 'Client secret of that application.',
  },
  TENANT_DOMAIN: {
    schema: z
      .string()
      .regex(/^[a-z0-9.-]+(:\d+)?$/, 'must be a host name')
      .optional(),
    byDefault: 'none: every host is the tenant `default`',
    prose:
      'Domain whose first label below names the tenant: with `example.com`, `acme.example.com` is the tenant `acme`.',
  },
  TRUST_PROXY: {
    schema: list.optional(),
    byDefault: 'none',
    prose:
      'Addresses or CIDR ranges, comma-separated, of proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed (for the client address and protocol, nothing else).',
  },
  CORS_ORIGINS: {
    schema: list.pipe(z.array(baseUrl)).optional(),
    byDefault: 'none in production, any in development',
    prose:
      'Origins, comma-separated, that may call the Management API from a browser. The Account and Verification APIs are open to every origin: a bearer token is their whole authority.',
  },
  PASSWORD_BREACH_API: {
    schema: z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' }).optional(),
    byDefault: 'none: only the shipped list of common passwords is asked',
    prose:
      'Range endpoint of a service of leaked passwords, such as `https://api.pwnedpasswords.com/range/`. New passwords are then looked up by k-anonymity: five digits of a hash leave the house. When the service does not answer, a password passes.',
  },
  OUTBOUND_ALLOW: {
    schema: list
      .pipe(z.array(z.string().refine(isAllowEntry, 'must be host names, addresses or CIDR ranges, comma-separated')))
      .optional(),
    byDefault: 'none: only public addresses; in development also this machine itself',
    prose:
      'Host names, addresses or CIDR ranges, comma-separated, that may be asked over HTTP although they lie in a private network: the gateway for mails or text messages, a provider to sign in with, the receiver of a webhook that you run yourself. Without it, whoever may set up a connector could make the product ask what only your network can reach. Mail servers (SMTP) are not filtered: they are yours to name.',
  },
  DEV_PROVIDER_ORIGINS: {
    schema: list.transform(readOrigins).optional(),
    byDefault: 'none',
    prose:
      'Development only: origins that are asked in place of a social provider’s own, such as `google-universal=http://localhost:4000`, comma-separated. For tests with a provider that is played.',
  },
  DEV_MESSAGE_DIR: {
    schema: z.string().min(1).optional(),
    byDefault: 'none',
    prose:
      'Folder into which the last mail and the last text message are also written, one line of JSON each (`mock_email_record.txt`, `mock_sms_record.txt`), for programs that test against the inbox. Development mode only.',
  },
  FREEHOLD_DEV: {
    schema: flag.optional(),
    byDefault: 'on when `ENDPOINT` is a loopback address and `NODE_ENV` is not `production`',
    prose:
      'Development mode: `/demo-app`, a demo user, an inbox at `/dev/inbox` for mails and text messages while no connector is configured, secrets printed to the terminal at the first start.',
  },
  LOG_LEVEL: {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    byDefault: '`info`',
    prose:
      'Least severity that is logged. Logs are one JSON object a line and never hold a token, code, password or secret.',
  },
} as const satisfies Record<string, Setting>;

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Public base URL without a trailing slash. */
  readonly endpoint: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly secretsKey: string | undefined;
  readonly managementApp: { readonly id: string | undefined; readonly secret: string | undefined };
  readonly tenantDomain: string | undefined;
  readonly trustProxy: boolean | string[];
  readonly corsOrigins: readonly string[];
  /** Range endpoint of a service of leaked passwords. */
  readonly passwordBreachApi: string | undefined;
  /** What may be asked over HTTP although it is private. */
  readonly outboundAllow: readonly string[];
  readonly development: boolean;
  /** Origins in place of social providers' own, by kind of connector; empty in production. */
  readonly providerOrigins: Readonly<Record<string, string>>;
  /** Folder for the last mail and text message; never in production. */
  readonly messageDir: string | undefined;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** A setting has a wrong value. The message is one line and never holds the value: it may be a secret. */
export class ConfigError extends Error {}

/**
 * Reads the configuration from environment variables; an empty one counts as absent.
 * @throws ConfigError
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const value = <K extends keyof typeof settings>(name: K): z.output<(typeof settings)[K]['schema']> => {
    const result = settings[name].schema.safeParse(env[name] === '' ? undefined : env[name]);
    if (!result.success) throw new ConfigError(`${name} ${result.error.issues[0]?.message ?? 'is wrong'}`);
    return result.data as z.output<(typeof settings)[K]['schema']>;
  };
  const port = value('PORT');
  const endpoint = value('ENDPOINT') ?? `http://localhost:${port}`;
  const loopback = isLoopback(endpoint);
  const development = value('FREEHOLD_DEV') ?? (loopback && env['NODE_ENV'] !== 'production');
  const config: Config = {
    port,
    host: value('HOST') ?? (loopback ? 'localhost' : '::'),
    endpoint,
    dataDir: value('DATA_DIR'),
    databaseUrl: value('DATABASE_URL'),
    secretsKey: value('SECRETS_KEY'),
    managementApp: { id: value('MANAGEMENT_APP_ID'), secret: value('MANAGEMENT_APP_SECRET') },
    tenantDomain: value('TENANT_DOMAIN'),
    trustProxy: value('TRUST_PROXY') ?? false,
    corsOrigins: value('CORS_ORIGINS') ?? [],
    passwordBreachApi: value('PASSWORD_BREACH_API'),
    outboundAllow: value('OUTBOUND_ALLOW') ?? [],
    development,
    providerOrigins: (development ? value('DEV_PROVIDER_ORIGINS') : undefined) ?? {},
    messageDir: development ? value('DEV_MESSAGE_DIR') : undefined,
    logLevel: value('LOG_LEVEL'),
  };
  if (!development && config.secretsKey === undefined) {
    throw new ConfigError('SECRETS_KEY is required in production: set it to the output of "openssl rand -base64 32"');
  }
  return config;
}

function isLoopback(endpoint: string): boolean {
  const { hostname } = new URL(endpoint);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
