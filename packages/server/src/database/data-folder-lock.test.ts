import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDataFolder } from './data-folder-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'freehold-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const locks = () => readdirSync(folder).sort();
const write = (number: number, content: string) => writeFileSync(join(folder, `in-use.${number}`), content);

/** What this process writes when it holds the lock, as a model for others. */
async function sample(): Promise<{ pid: number; started: string; realm: string }> {
  const lock = await lockDataFolder(folder);
  const [name = ''] = locks();
  const holder = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  lock.release();
  rmSync(join(folder, name));
  return holder;
}

const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

test('is held once, and can be taken again after its release', async () => {
  const lock = await lockDataFolder(folder);
  await expect(lockDataFolder(folder)).rejects.toThrow(`${folder} is in use by process ${process.pid}`);
  lock.release();
  (await lockDataFolder(folder)).release();
  expect(locks()).toHaveLength(1);
});

test('of many at once one gets it', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => lockDataFolder(folder)));
  const [winner, ...others] = outcomes.filter(({ status }) => status === 'fulfilled');
  expect(others).toEqual([]);
  if (winner?.status === 'fulfilled') winner.value.release();
});

test("a dead process's lock is taken over, by one of many", async () => {
  write(7, JSON.stringify({ ...(await sample()), pid: deadPid() }));
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => lockDataFolder(folder)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(locks()).toEqual(['in-use.8']);
  for (const outcome of outcomes) if (outcome.status === 'fulfilled') outcome.value.release();
});

test('a new process with the pid of a dead one is not taken for it', async () => {
  write(1, JSON.stringify({ ...(await sample()), started: '1' }));
  (await lockDataFolder(folder)).release();
});

test('a living process is respected', async () => {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
  try {
    const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ');
    write(1, JSON.stringify({ ...(await sample()), pid: child.pid, started: stat[19] }));
    await expect(lockDataFolder(folder)).rejects.toThrow(`in use by process ${child.pid}`);
  } finally {
    child.kill('SIGKILL');
  }
});

test('a process that was killed and that nobody has waited for yet is dead', async () => {
  // The shell becomes a sleep, which never asks after the child that it has inherited: that stays behind as a zombie.
  const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60']);
  try {
    const pid = Number(await new Promise(resolve => parent.stdout.once('data', resolve)));
    const stat = () => readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ');
    await expect.poll(() => stat()[0]).toBe('Z');
    write(1, JSON.stringify({ ...(await sample()), pid, started: stat()[19] }));
    (await lockDataFolder(folder)).release();
    expect(locks()).toEqual(['in-use.2']);
  } finally {
    parent.kill('SIGKILL');
  }
});

test('a lock that its creator never filled is taken over', async () => {
  write(3, '');
  (await lockDataFolder(folder)).release();
  expect(locks()).toEqual(['in-use.4']);
});

test('a holder shows its heart beat to other containers', async () => {
  const lock = await lockDataFolder(folder, { beatMillis: 20, watchMillis: 500 });
  const seen = () => statSync(join(folder, 'in-use.1')).mtimeMs;
  const before = seen();
  await expect.poll(seen).toBeGreaterThan(before);
  lock.release();
});

test('a process of another container, whose pid means nothing here, is judged by its heart beat', async () => {
  // The same pid as ours, as two containers often have.
  write(1, JSON.stringify({ ...(await sample()), realm: 'another container' }));
  const pace = { beatMillis: 20, watchMillis: 500 };
  const beat = setInterval(() => utimesSync(join(folder, 'in-use.1'), new Date(), new Date()), pace.beatMillis);
  await expect(lockDataFolder(folder, pace)).rejects.toThrow('in use');
  clearInterval(beat);
  (await lockDataFolder(folder, pace)).release();
  expect(locks()).toEqual(['in-use.2']);
});
