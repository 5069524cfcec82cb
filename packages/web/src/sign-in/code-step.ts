import { isRecord } from '@freehold/client/react/kit';
import type { InteractionEvent } from '@freehold/contract';
import { boot } from '../ui/boot.ts';
import { type Address, readProgress, requestCode } from './experience.ts';

/** A code that is on its way. Instants are milliseconds since the epoch. */
export type CodeStep = {
  readonly event: InteractionEvent;
  readonly to: Address;
  readonly verificationId: string;
  readonly sentAt: number;
  readonly endsAt: number;
  /** How many were sent to this address. */
  readonly sends: number;
  /** When another one may be asked for. */
  readonly mayAskAt: number;
};

// Going to the mail app may cost the tab its memory: what is needed to go on is kept in the tab's storage. Nothing in it
// opens anything; the code itself never lies there.
const key = 'freehold:code';
let current: CodeStep | undefined;

/** Seconds to wait before another code is asked for, the more the longer. The server has limits of its own. */
export function pauseAfter(sends: number): number {
  return [30, 60][sends - 1] ?? 120;
}

/** Whether a code is on its way there that still serves, and that it is too early to ask for another. */
export function isWaitingFor(event: InteractionEvent, to: Address): boolean {
  return current !== undefined && isFor(current, event, to) && Date.now() < current.mayAskAt;
}

/**
 * Has a code sent, unless one has been sent there a moment ago that still serves: back and forth costs no message.
 *
 * @throws Problem
 */
export async function sendCode(event: InteractionEvent, to: Address): Promise<CodeStep> {
  return current !== undefined && isWaitingFor(event, to) ? current : sendAnother(event, to);
}

/** Has a code sent, and another one at every call. @throws Problem */
export async function sendAnother(event: InteractionEvent, to: Address): Promise<CodeStep> {
  const before = current !== undefined && isFor(current, event, to) ? current.sends : 0;
  const verificationId = await requestCode(event, to);
  const sentAt = Date.now();
  const sends = before + 1;
  return keep({
    ...{ event, to, verificationId, sentAt, sends },
    endsAt: sentAt + boot.signIn.codeLifetime * 1000,
    mayAskAt: sentAt + pauseAfter(sends) * 1000,
  });
}

/** The server wants a longer pause than the page does. */
export function waitLonger(step: CodeStep, seconds: number): CodeStep {
  return keep({ ...step, mayAskAt: Date.now() + seconds * 1000 });
}

/** The code that is on its way for this, as long as the page was not loaded anew. */
export function pendingCode(event: InteractionEvent): CodeStep | undefined {
  return current?.event === event ? current : undefined;
}

/** The same after a reload: what the tab has kept, if it belongs to the sign-in that is under way. */
export async function restoreCode(event: InteractionEvent): Promise<CodeStep | undefined> {
  const kept = readKept(sessionStorage.getItem(key));
  if (kept?.event !== event) return undefined;
  const progress = await readProgress();
  const known = progress?.verificationRecords.some(({ id, verified }) => id === kept.verificationId && !verified);
  if (known !== true) return undefined;
  current = kept;
  return kept;
}

/** Nothing is on its way any more. */
export function forgetCode(): void {
  current = undefined;
  sessionStorage.removeItem(key);
}

function keep(step: CodeStep): CodeStep {
  current = step;
  sessionStorage.setItem(key, JSON.stringify(step));
  return step;
}

const isFor = (step: CodeStep, event: InteractionEvent, to: Address): boolean =>
  step.event === event && step.to.type === to.type && step.to.value === to.value;

function readKept(text: string | null): CodeStep | undefined {
  const kept: unknown = text === null ? undefined : JSON.parse(text);
  return isRecord(kept) && isRecord(kept['to']) ? (kept as CodeStep) : undefined;
}
