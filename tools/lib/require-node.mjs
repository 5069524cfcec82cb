/**
 * Prevents: an old Node.js that fails three minutes later, deep in a dependency, with a syntax error
 * that names neither Node.js nor the version it should have been.
 *
 * Imported first, for its effect alone. Keep it in syntax that old versions can read, and let nothing
 * else be imported statically beside it: an unknown export of `node:*` would fail before this line runs.
 */
import process from 'node:process';

const required = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < required[0] || (major === required[0] && minor < required[1])) {
  console.error(`Freehold needs Node.js ${required.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
