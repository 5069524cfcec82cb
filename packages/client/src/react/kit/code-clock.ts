/** A code that is on its way. Instants are milliseconds since the epoch. */
export interface SentCode {
  readonly sentAt: number;
  /** When it stops working. */
  readonly endsAt: number;
  /** How many were sent to this address. */
  readonly sends: number;
  /** When another one may be asked for. */
  readonly mayAskAt: number;
}

/** Seconds to wait before another code is asked for, the more the longer. The server has limits of its own. */
export function pauseAfter(sends: number): number {
  return [30, 60][sends - 1] ?? 120;
}

/**
 * The clock of a code that has just been sent.
 *
 * @param lifetime seconds that it works. Counted on this machine: an instant of the server is another one where a clock is wrong
 * @param before the one that was sent there before it
 */
export function clockOfCode(sentAt: number, lifetime: number, before?: SentCode): SentCode {
  const sends = (before?.sends ?? 0) + 1;
  return { sentAt, sends, endsAt: sentAt + lifetime * 1000, mayAskAt: sentAt + pauseAfter(sends) * 1000 };
}

/** The same code where the server wants a longer pause than the page does. */
export function waitLonger<Sent extends SentCode>(sent: Sent, seconds: number): Sent {
  return { ...sent, mayAskAt: Date.now() + seconds * 1000 };
}
