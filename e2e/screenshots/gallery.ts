/** Puts a page beside the pictures that shows them all. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { looks, wantedLooks } from './looks.ts';
import { folder } from './places.ts';

/** Begins with an empty folder, unless only some are taken anew. */
export async function setup({ config }: TestProject): Promise<() => Promise<void>> {
  const isWhole = config.testNamePattern === undefined && wantedLooks.length === Object.keys(looks).length;
  if (isWhole) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return async () => {
    const files = (await readdir(folder)).filter(name => name.endsWith('.png'));
    const pages = [...new Set(files.map(name => name.split('.')[0] ?? ''))].sort();
    const row = (page: string) => {
      const pictures = Object.keys(looks)
        .filter(look => files.includes(`${page}.${look}.png`))
        .map(look => `<figure><img src="${page}.${look}.png" alt=""><figcaption>${look}</figcaption></figure>`);
      return `<section><h2>${page}</h2>${pictures.join('')}</section>`;
    };
    const style =
      'body{font:14px system-ui;margin:16px;background:#888}section{display:flex;flex-wrap:wrap;gap:12px;align-items:start}h2{width:100%;margin:16px 0 0}figure{margin:0}img{max-height:560px;max-width:560px}';
    const html = `<!doctype html><meta charset="utf-8"><title>Freehold</title><style>${style}</style>${pages.map(row).join('')}`;
    await writeFile(`${folder}/index.html`, html);
  };
}
