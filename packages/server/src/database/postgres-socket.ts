import { Socket } from 'node:net';

type Written = (error?: Error | null) => void;

/**
 * What is sent in one turn of the event loop leaves in one write: `pg` corks its socket for every query and
 * uncorks it behind it, which makes a system call, and a waking of the server's process, of each.
 */
export class PatientSocket extends Socket {
  #corked = false;

  override cork(): void {
    if (this.#corked) return;
    this.#corked = true;
    super.cork();
    setImmediate(() => {
      this.#corked = false;
      super.uncork();
    });
  }

  override uncork(): void {
    // It happens at the end of the turn.
  }

  // BEGIN and COMMIT are not corked by `pg`: they would leave, and wake the server's process, ahead of what follows.
  override write(chunk: string | Uint8Array, done?: Written): boolean;
  override write(chunk: string | Uint8Array, encoding?: BufferEncoding, done?: Written): boolean;
  override write(chunk: string | Uint8Array, encoding?: BufferEncoding | Written, done?: Written): boolean {
    this.cork();
    return typeof encoding === 'string' ? super.write(chunk, encoding, done) : super.write(chunk, encoding);
  }
}
