import { Socket } from 'node:net';

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
}
