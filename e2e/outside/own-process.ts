/** Somebody outside the product, in a process of their own, and how a test speaks with them. */
import { fork } from 'node:child_process';
import { once } from 'node:events';

const runner = new URL('run-typescript.mjs', import.meta.url).pathname;

/** What goes to such a process, and what comes back. */
type Question = { readonly id: number; readonly name: string; readonly value: unknown };
type Answer = { readonly id: number; readonly value?: unknown; readonly error?: string };

export interface OwnProcess {
  /** Has it do something, and returns what came of it. */
  ask(name: string, value?: unknown): Promise<unknown>;
  /** Freezes it: its port takes connections, and nobody answers. */
  freeze(): void;
  thaw(): void;
  /** Ends it at once; its port is closed when this resolves. */
  kill(): Promise<void>;
}

/** Starts `file` in a process of its own; `hear` gets what it tells unasked. */
export function startProcess(file: URL, hear: (told: unknown) => void): OwnProcess {
  const child = fork(runner, [file.pathname], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let count = 0;
  child.on('message', (message: { readonly answer: Answer } | { readonly told: unknown }) => {
    if ('told' in message) return hear(message.told);
    const { id, value, error } = message.answer;
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(value);
    else asked?.reject(new Error(error));
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error(`${file.pathname} has ended`));
  });
  return {
    ask: (name, value) =>
      new Promise((resolve, reject) => {
        const question: Question = { id: ++count, name, value };
        waiting.set(question.id, { resolve, reject });
        child.send(question);
      }),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}

/** The other side: answers what is asked, until whoever started it is gone. */
export function answer(handlers: Readonly<Record<string, (value: never) => unknown>>): void {
  process.on('message', async ({ id, name, value }: Question) => {
    try {
      const handle = handlers[name];
      if (!handle) throw new Error(`nobody knows how to ${name}`);
      process.send?.({ answer: { id, value: await handle(value as never) } });
    } catch (error) {
      process.send?.({ answer: { id, error: String(error) } });
    }
  });
  process.on('disconnect', () => process.exit(0));
}

/** Tells whoever started this process, unasked. */
export const tell = (told: unknown): void => void process.send?.({ told });
