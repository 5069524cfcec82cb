/** How much processor time a process has used, user and system together, from Linux's /proc. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Fields of /proc/<pid>/stat from the third on (proc_pid_stat(5)); the second, a name, may hold blanks. */
function stat(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

const sum = (fields, ...indexes) => indexes.reduce((total, i) => total + Number(fields[i]), 0);
const [PARENT, USER, SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM] = [1, 11, 12, 13, 14];

/** CPU seconds of one process with all its threads. */
export const cpuOfProcess = pid => sum(stat(pid), USER, SYSTEM) / ticksPerSecond;

/** CPU seconds of a process, of its children, and of those children that have ended. */
export function cpuOfFamily(pid) {
  let ticks = sum(stat(pid), USER, SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM);
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const fields = stat(name);
      if (Number(fields[PARENT]) === pid) ticks += sum(fields, USER, SYSTEM);
    } catch {
      // It ended between the listing and the reading: its parent has its time now.
    }
  }
  return ticks / ticksPerSecond;
}

/** Seconds that the machine's processors have been busy since it started, all together and for whomever. */
export function busySeconds() {
  const [, ...fields] = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0].split(/\s+/);
  const [user, nice, system, , , interrupts, softInterrupts] = fields.map(Number);
  return (user + nice + system + interrupts + softInterrupts) / ticksPerSecond;
}
