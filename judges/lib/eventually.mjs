import { setTimeout as pause } from 'node:timers/promises';

/** Waits for what the server does after it has answered: `look` again and again until it returns something. */
export async function eventually(look, what) {
  const end = performance.now() + 30_000;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await pause(50);
  }
}
