import { parseArgs } from 'node:util';
import { makeTenant } from '../bootstrap.ts';
import { newId, newSecret } from '../lib/index.ts';
import { isTenantId } from '../tenants/index.ts';
import { openInstallation } from './open-installation.ts';
import { UsageError } from './usage-error.ts';

/** `freehold tenant add <id> [--endpoint <url>]` */
export async function addTenant(args: readonly string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { endpoint: { type: 'string' } },
  });
  const [verb, id, ...rest] = positionals;
  if (verb !== 'add' || id === undefined || !isTenantId(id) || rest.length > 0) throw new UsageError();
  const { database, envelope } = await openInstallation();
  const managementApp = { id: newId(21), secret: newSecret(32) };
  try {
    const needs = { database, envelope, now: new Date(), managementApp };
    const made = await makeTenant(needs, { id, endpoint: values.endpoint });
    // Printed to whoever ran the command, and nowhere else: it is the only way to the tenant's Management API.
    console.log(
      made
        ? `Made the tenant ${id}.\n  Management API  client id ${managementApp.id}, secret ${managementApp.secret}`
        : `There is a tenant ${id} already.`,
    );
    if (!made) process.exitCode = 1;
  } finally {
    await database.close();
  }
}
