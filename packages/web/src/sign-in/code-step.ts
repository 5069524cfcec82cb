import { clockOfCode, isRecord, Problem, type SentCode, tabMemory } from '@freehold/client/react/kit';
import type { InteractionEvent } from '@freehold/contract';
import { boot } from '../ui/boot.ts';
import { type Address, readProgress, requestCode } from './experience.ts';

/** A code that is on its way, and what for. */
export interface CodeStep extends SentCode {
  readonly event: InteractionEvent;
  readonly to: Address;
  readonly verificationId: string;
}

// Going to the mail app may cost the tab its memory: what is needed to go on is kept in the tab's storage. Nothing in it
// opens anything; the code itself never lies there.
const key = 'freehold:code';
let current: CodeStep | undefined;

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
  const before = current !== undefined && isFor(current, event, to) ? current : undefined;
  const verificationId = await requestCode(event, to);
  return keepCode({ event, to, verificationId, ...clockOfCode(Date.now(), boot.signIn.codeLifetime, before) });
}

/** The code that is on its way for this, as long as the page was not loaded anew. */
export function pendingCode(event: InteractionEvent): CodeStep | undefined {
  return current?.event === event ? current : undefined;
}

/** The same after a reload: what the tab has kept, if it belongs to the sign-in that is under way. */
export async function restoreCode(event: InteractionEvent): Promise<CodeStep | undefined> {
  const kept = readKept(tabMemory.kept(key));
  if (kept?.event !== event) return undefined;
  if (!(await isUnderWay(kept))) return undefined;
  current = kept;
  return kept;
}

/** Whether the server knows the code; as long as it does not answer, the code may well work. */
async function isUnderWay({ verificationId }: CodeStep): Promise<boolean> {
  try {
    const progress = await readProgress();
    return progress?.verificationRecords.some(({ id, verified }) => id === verificationId && !verified) === true;
  } catch (error) {
    if (error instanceof Problem && error.code === 'network') return true;
    throw error;
  }
}

/** Nothing is on its way any more. */
export function forgetCode(): void {
  current = undefined;
  tabMemory.drop(key);
}

/** Keeps what is known of the code that is on its way. */
export function keepCode(step: CodeStep): CodeStep {
  current = step;
  tabMemory.keep(key, step);
  return step;
}

const isFor = (step: CodeStep, event: InteractionEvent, to: Address): boolean =>
  step.event === event && step.to.type === to.type && step.to.value === to.value;

function readKept(kept: unknown): CodeStep | undefined {
  return isRecord(kept) && isRecord(kept['to']) ? (kept as unknown as CodeStep) : undefined;
}
