import type { ProofDemand, ProofMethod, SensitiveAction } from '@freehold/contract';

/** A proof of identity that this tab has been given. Instants are milliseconds since the epoch. */
export interface Proof {
  readonly recordId: string;
  readonly method: ProofMethod;
  readonly provenAt: number;
  readonly expiresAt: number;
  /** What it was given for, where it serves nothing else. */
  readonly action?: SensitiveAction | undefined;
  /** The change that it opens uses it up. */
  readonly singleUse: boolean;
}

/** A proof is not leant on in its last half minute: a person types meanwhile. */
const margin = 30_000;

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

  /** Whether what is there will do for a demand, with some time to spare. */
  meets({ action, methods, maxAgeSeconds }: ProofDemand): boolean {
    const last = this.#last;
    if (last === undefined || (last.action !== undefined && last.action !== action)) return false;
    const ends = Math.min(last.expiresAt, last.provenAt + maxAgeSeconds * 1000);
    return methods.some(({ method }) => method === last.method) && ends - margin > Date.now();
  }

  remember(proof: Proof): void {
    this.#last = proof;
  }

  /** A change has been made: a proof that serves once is worth nothing any more. */
  used(): void {
    if (this.#last?.singleUse === true) this.#last = undefined;
  }

  forget(): void {
    this.#last = undefined;
  }
}
