import { parseArgs } from 'node:util';
import { makeAdministrator } from '../administrators.ts';
import { createPasswordHasher } from '../factors/index.ts';
import { newSecret } from '../lib/index.ts';
import { Problem } from '../operation/index.ts';
import { DEFAULT_TENANT, findTenantRow } from '../tenants/index.ts';
import { type Installation, openInstallation } from './open-installation.ts';
import { UsageError } from './usage-error.ts';

/** `freehold administrator add <username> [--tenant <id>]` */
export async function addAdministrator(args: readonly string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { tenant: { type: 'string', default: DEFAULT_TENANT } },
  });
  const [verb, username, ...rest] = positionals;
  if (verb !== 'add' || username === undefined || rest.length > 0) throw new UsageError();
  const installation = await openInstallation();
  try {
    const told = await add(installation, values.tenant, username);
    // Printed to whoever ran the command, and nowhere else.
    if (told.done) console.log(told.line);
    else console.error(told.line);
    if (!told.done) process.exitCode = 1;
  } finally {
    await installation.database.close();
  }
}

/** Makes the administrator; what to tell the operator. */
async function add(
  { database, envelope }: Installation,
  tenantId: string,
  username: string,
): Promise<{ readonly done: boolean; readonly line: string }> {
  if (!(await findTenantRow(database, tenantId))) return { done: false, line: `There is no tenant ${tenantId}.` };
  const secret = newSecret(16);
  const password = await createPasswordHasher().hash(secret);
  try {
    const wanted = { tenantId, username, password, envelope, now: new Date() };
    const made = await database.transaction(tx => makeAdministrator(tx, wanted));
    const fact = made
      ? `Made the administrator ${username}.`
      : `${username} is an administrator and has a new password. Where they were signed in, they no longer are.`;
    return { done: true, line: `${fact}\n  password  ${secret}` };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { done: false, line: `${username} cannot be a username here (${error.code}).` };
  }
}
