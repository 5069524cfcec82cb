/** A proof of identity that this tab has been given. */
export interface Proof {
  readonly recordId: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/**
 * The proofs of one tab. In memory alone: what a script or the next person at the machine finds in a storage would open the
 * account to them. A reload asks again.
 */
export class ProofMemory {
  #last: Proof | undefined;

  /** The last proof, while it lives. Whether it suffices for an action, the server says. */
  current(): string | undefined {
    return this.#last !== undefined && this.#last.expiresAt > Date.now() ? this.#last.recordId : undefined;
  }

  remember(proof: Proof): void {
    this.#last = proof;
  }

  forget(): void {
    this.#last = undefined;
  }
}
