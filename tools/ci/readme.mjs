/** Prevents: a README whose commands fail for the first reader who copies them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runToEnd } from './processes.mjs';

/** The commands of the README's walk in a shell, in their order. */
async function commandsOf(folder) {
  const readme = await readFile(join(folder, 'README.md'), 'utf8');
  const [, onward = ''] = readme.split('\n## The same from a shell\n');
  const [walk = ''] = onward.split('\n## ');
  return Array.from(walk.matchAll(/^```sh\n(.*?)^```/gms), ([, block]) => block).join('');
}

/** Walks the README's way in one shell, in the clone whose product, just started for the first time, serves `baseUrl`. */
export async function walkReadme(folder, baseUrl) {
  const commands = await commandsOf(folder);
  const { output } = await runToEnd('sh', ['-c', commands.replaceAll('http://localhost:3001', baseUrl)], {
    cwd: folder,
    minutes: 1,
  });
  const account = output.trim().split('\n').at(-1) ?? '';
  // Every refusal names its status.
  if (output.includes('"status":') || !account.includes('"primaryEmail":"ada.lovelace@example.com"'))
    throw new Error(`the README's commands did not change the email:\n${commands}\n${output}`);
}
