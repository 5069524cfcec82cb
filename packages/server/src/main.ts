#!/usr/bin/env node
/** The process: `freehold` starts the product, `freehold <command>` does one thing and ends. */
import { UsageError } from './commands/usage-error.ts';
import { ConfigError } from './config.ts';
import { DatabaseSetupError, DatabaseUnavailable } from './database/index.ts';
import { DecryptionError } from './lib/index.ts';

const usage = `Usage: freehold [command]

  start                               serve (the default)
  administrator add <username> [--tenant <id>]
                                      make an administrator, or give one a new password, which is printed once
  keys rotate [--tenant <id>] [--algorithm ES256|RS256] [--immediately]
                                      make a new signing key; the old one stays published until its tokens have expired
  secrets rotate                      encrypt every secret with the first key of SECRETS_KEY
  tenant add <id> [--endpoint <url>]  make a tenant with its own issuer, keys and settings

Configuration is by environment variables: docs/reference/configuration.md`;

type Command = (args: readonly string[]) => Promise<void>;

// Loaded when asked for: a start that must be quick does not pay for the rest, nor the rest for it.
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./commands/start.ts')).start,
  administrator: async () => (await import('./commands/add-administrator.ts')).addAdministrator,
  keys: async () => (await import('./commands/rotate-keys.ts')).rotateKeys,
  secrets: async () => (await import('./commands/rotate-secrets.ts')).rotateSecrets,
  tenant: async () => (await import('./commands/add-tenant.ts')).addTenant,
};

/** What an operator is told: one line for what they can mend, the stack for what they cannot. */
function explain(error: unknown): string {
  if (error instanceof UsageError) return usage;
  // An option that there is not, or one without its value.
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')) {
    return `freehold: ${error.message}\n\n${usage}`;
  }
  if (error instanceof ConfigError || error instanceof DatabaseSetupError || error instanceof DatabaseUnavailable) {
    return `freehold: ${error.message}`;
  }
  // The port is taken, or its number is for the administrator alone: the system says which address and why.
  if (error instanceof Error && 'syscall' in error && error.syscall === 'listen') return `freehold: ${error.message}`;
  if (error instanceof DecryptionError) {
    return 'freehold: SECRETS_KEY (or the key in the data folder) is not the one that encrypted the secrets in this database';
  }
  return `freehold: ${error instanceof Error ? error.stack : String(error)}`;
}

const [name = 'start', ...args] = process.argv.slice(2);
try {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) throw new UsageError();
  const command = await load();
  await command(args);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
