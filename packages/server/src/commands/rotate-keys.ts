import { parseArgs } from 'node:util';
import { DEFAULT_TENANT, rotateSigningKeys, type SigningAlgorithm, signingAlgorithms } from '../tenants/index.ts';
import { openInstallation } from './open-installation.ts';
import { UsageError } from './usage-error.ts';

/** `freehold keys rotate [--tenant <id>] [--algorithm ES256|RS256] [--immediately]` */
export async function rotateKeys(args: readonly string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      tenant: { type: 'string', default: DEFAULT_TENANT },
      algorithm: { type: 'string' },
      immediately: { type: 'boolean', default: false },
    },
  });
  const algorithm = signingAlgorithms.find(name => name === values.algorithm);
  if (positionals.join(' ') !== 'rotate' || (values.algorithm !== undefined && !algorithm)) throw new UsageError();
  const { database, envelope } = await openInstallation();
  try {
    await rotate({ database, envelope, now: new Date() }, values.tenant, algorithm, values.immediately);
  } finally {
    await database.close();
  }
}

async function rotate(
  needs: Parameters<typeof rotateSigningKeys>[0],
  tenant: string,
  algorithm: SigningAlgorithm | undefined,
  immediately: boolean,
): Promise<void> {
  const rotation = await rotateSigningKeys(needs, tenant, { algorithm, immediately });
  if (rotation) {
    console.log(
      `The tenant ${tenant} has a new signing key ${rotation.kid}. It signs from ${rotation.activatesAt.toISOString()} on.`,
    );
    return;
  }
  console.error(`There is no tenant ${tenant}.`);
  process.exitCode = 1;
}
