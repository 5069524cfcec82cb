/**
 * One process at a time in a data folder. PGlite itself does not notice a second opener, and two of
 * them overwrite each other's pages without any error.
 *
 * The lock is a file `in-use.<n>`; the one with the highest number counts. It is taken by creating the
 * next number (O_EXCL: one of several contenders succeeds) and given back by rewriting it as released.
 * Numbers only grow, so a slow contender that judged an old lock stale can never remove a new one, which
 * is what happens when a stale lock is deleted and created again under one name.
 */

import {
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseSetupError } from './database.ts';

/** A lock that is held; `release` gives it back. */
export interface DataFolderLock {
  release(): void;
}

interface Holder {
  pid: number;
  /** When the process began, so that a new process with the pid of a dead one is not taken for it. */
  started: string | undefined;
  /** Where the pid means something: boot and pid namespace. Two containers both have a process 7. */
  realm: string;
}

/** How often a holder shows that it is alive, and how long to watch one whose pid means nothing here. */
const defaultPace = { beatMillis: 1000, watchMillis: 3500 };

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function realmOf(): string {
  const boot = textOf('/proc/sys/kernel/random/boot_id')?.trim();
  try {
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

/** What Linux tells of a process, from its state on (proc(5)); undefined where there is no `/proc`. */
const statOf = (pid: number): readonly string[] | undefined =>
  // The command, in parentheses, may hold spaces and parentheses of its own.
  textOf(`/proc/${pid}/stat`)?.replace(/^.*\)/s, '').trim().split(' ');

/** Ticks since boot at which the process began. */
const startOf = (pid: number): string | undefined => statOf(pid)?.[19];

const isAlive = (pid: number): boolean => {
  // A zombie can still be signalled, until its parent asks after it; the first process of many containers never does.
  if (/^[ZX]/.test(statOf(pid)?.[0] ?? '')) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const lockFile = (dataDir: string, number: number) => join(dataDir, `in-use.${number}`);

const highestNumber = (dataDir: string): number =>
  Math.max(0, ...readdirSync(dataDir).map(name => Number(/^in-use\.(\d+)$/.exec(name)?.[1] ?? 0)));

/** The process that holds the lock, or undefined when it was released or never written to the end. */
async function holderOf(path: string): Promise<Holder | undefined> {
  // Creating and filling the file are two steps; a creator that died between them leaves it empty for good.
  for (let tries = 0; tries < 10; tries++) {
    const text = textOf(path);
    if (text === undefined || text === 'released') return undefined;
    if (text !== '') return JSON.parse(text) as Holder;
    await sleep(50);
  }
  return undefined;
}

const runs = ({ pid, started }: Holder): boolean => isAlive(pid) && (started === undefined || started === startOf(pid));

async function isHeld(path: string, holder: Holder, watchMillis: number): Promise<boolean> {
  if (holder.realm === realmOf()) {
    // A killed process is there for a moment after its files have been closed, which is when others see it end.
    for (let looks = 0; looks < 6; looks++) {
      if (!runs(holder)) return false;
      await sleep(50);
    }
    return true;
  }
  // From another container or machine, or before a reboot: only its heart beat can tell.
  const before = statSync(path).mtimeMs;
  await sleep(watchMillis);
  return existsSync(path) && statSync(path).mtimeMs !== before;
}

/**
 * Takes the lock of `dataDir` (which exists). A lock whose process is dead is taken over. Throws
 * `DatabaseSetupError` when it is held. `pace` is for tests.
 */
export async function lockDataFolder(dataDir: string, pace = defaultPace): Promise<DataFolderLock> {
  const me: Holder = { pid: process.pid, started: startOf(process.pid), realm: realmOf() };
  for (;;) {
    const number = highestNumber(dataDir);
    const current = lockFile(dataDir, number);
    const holder = number === 0 ? undefined : await holderOf(current);
    if (holder && (await isHeld(current, holder, pace.watchMillis))) {
      throw new DatabaseSetupError(
        `the data folder ${dataDir} is in use by process ${holder.pid}: stop it, or give this one a DATA_DIR of its own`,
      );
    }
    const mine = lockFile(dataDir, number + 1);
    try {
      writeFileSync(mine, JSON.stringify(me), { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw error;
    }
    // A contender that was slow may have created a number that has long been passed and cleared away.
    if (highestNumber(dataDir) !== number + 1) {
      rmSync(mine, { force: true });
      continue;
    }
    for (const old of readdirSync(dataDir)) {
      const passed = Number(/^in-use\.(\d+)$/.exec(old)?.[1] ?? Number.POSITIVE_INFINITY);
      if (passed <= number) rmSync(join(dataDir, old), { force: true });
    }
    return held(mine, pace.beatMillis);
  }
}

function held(path: string, beatMillis: number): DataFolderLock {
  const beat = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(path, now, now);
    } catch {
      // Removed by hand: the next process will not see this one, but this one must not fall over it.
    }
  }, beatMillis);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      writeFileSync(path, 'released');
    },
  };
}
