import type { SensitiveAction } from '@freehold/contract';
import { isRecord, type SentCode, tabMemory } from '../kit/index.ts';

/** The code of a proof that is on its way. Its record proves nothing before the code was entered. */
export interface ProofCode extends SentCode {
  readonly recordId: string;
}

/** A proof by a code, interrupted: by a reload, by a browser that needed the memory while its reader was in the mail app. */
export interface PendingProof {
  /** Whose account it is: another person may sign in with the same tab. */
  readonly owner: string;
  readonly action: SensitiveAction;
  /** The page where it was asked for. */
  readonly path: string;
  readonly method: 'email' | 'phone';
  readonly code: ProofCode;
}

// In the storage of the tab, and nothing in it opens anything: neither a code nor a password nor a record that is verified.
const key = 'freehold:proof';

/** Keeps it for a reload. */
export function keepPendingProof(pending: PendingProof): void {
  tabMemory.keep(key, pending);
}

/** Nothing is under way any more. */
export function dropPendingProof(): void {
  tabMemory.drop(key);
}

/** What a reload has interrupted on this page, while its code works. */
export function pendingProof(owner: string, action: SensitiveAction): PendingProof | undefined {
  const kept = read();
  if (kept === undefined) return undefined;
  if (kept.owner !== owner || kept.code.endsAt <= Date.now()) {
    dropPendingProof();
    return undefined;
  }
  return kept.action === action && kept.path === location.pathname ? kept : undefined;
}

function read(): PendingProof | undefined {
  const kept = tabMemory.kept(key);
  return isRecord(kept) && isRecord(kept['code']) ? (kept as unknown as PendingProof) : undefined;
}
