import { openInstallation } from './open-installation.ts';

/** `freehold start`: serves until it is told to stop. */
export async function start(): Promise<void> {
  // Opening a database waits for a disk or a network, loading the product for a disk: both at once.
  const [installation, { serve }] = await Promise.all([openInstallation(), import('./serve.ts')]);
  try {
    await serve(installation);
  } catch (error) {
    await installation.database.close();
    throw error;
  }
}
