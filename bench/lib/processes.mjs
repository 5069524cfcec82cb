/** Child processes of the bench: started one by one, seen to be ready, and all gone when it ends. */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import process from 'node:process';

const running = new Set();

function keep(child) {
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Starts a program; its output is kept, for the message when it fails, and answered by `output()`. */
export function start(command, args, options = {}) {
  const child = keep(spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options }));
  let text = '';
  const take = chunk => {
    text = (text + chunk).slice(-20_000);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  return { child, output: () => text };
}

/** Runs a program to its end; resolves with its output. */
export async function run(command, args, options) {
  const { child, output } = start(command, args, options);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${command} failed:\n${output()}`);
  return output();
}

/** A program of the bench in a process of its own, spoken to by messages: one question at a time, one answer each. */
export async function startHelper(file, args = []) {
  const child = keep(fork(new URL(`../${file}`, import.meta.url).pathname, args));
  const answer = async () => {
    const gone = new AbortController();
    try {
      const [message] = await Promise.race([
        once(child, 'message', { signal: gone.signal }),
        once(child, 'exit', { signal: gone.signal }).then(() => {
          throw new Error(`${file} has ended`);
        }),
      ]);
      if (message.failed) throw new Error(`${file}: ${message.failed}`);
      return message;
    } finally {
      gone.abort();
    }
  };
  const ready = await answer();
  return {
    pid: child.pid,
    ready,
    ask(question) {
      const answered = answer();
      child.send(question);
      return answered;
    },
  };
}

/** Ends everything that was started, the youngest first: servers before the database that they use. */
export async function stopAll() {
  for (const child of [...running].reverse()) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    const patience = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(patience);
  }
}

/** A TCP port of the loopback interface that nobody uses at this moment. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Answers the question of a helper's parent; an error becomes an answer, too. */
export function serveQuestions(ready, handle) {
  process.on('message', question => {
    Promise.resolve(handle(question)).then(
      answer => process.send(answer),
      error => process.send({ failed: error.stack }),
    );
  });
  process.on('disconnect', () => process.exit(0));
  process.on('SIGINT', () => process.exit(0));
  process.send({ ...ready });
}
