import type { ProofDemand } from '@freehold/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Proof, ProofMemory } from './proof-memory.ts';

const minutes = 60_000;
const demand = (changes: Partial<ProofDemand> = {}): ProofDemand => ({
  action: 'email.change',
  proofNeeded: true,
  maxAgeSeconds: 600,
  singleUse: false,
  onlyStrongest: false,
  endsOtherSessions: true,
  methods: [{ method: 'password' }, { method: 'email', target: 'a***@example.com' }],
  ...changes,
});
const proof = (changes: Partial<Proof> = {}): Proof => ({
  recordId: 'record',
  method: 'password',
  provenAt: Date.now(),
  expiresAt: Date.now() + 10 * minutes,
  singleUse: false,
  ...changes,
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what a tab remembers of its proofs', () => {
  it('leans on a proof while it lives, and not in its last moments', () => {
    const memory = new ProofMemory();
    memory.remember(proof());
    expect([memory.current(), memory.meets(demand())]).toEqual(['record', true]);
    vi.advanceTimersByTime(9.6 * minutes);
    expect([memory.current(), memory.meets(demand())]).toEqual(['record', false]);
    vi.advanceTimersByTime(minutes);
    expect(memory.current()).toBeUndefined();
  });

  it.each<[string, Partial<Proof>, Partial<ProofDemand>, number, boolean]>([
    ['by a method that is not enough', { method: 'email' }, { methods: [{ method: 'password' }] }, 0, false],
    ['bound to another action', { action: 'phone.change' }, {}, 0, false],
    ['bound to this action', { action: 'email.change' }, {}, 0, true],
    ['older than the policy wants', {}, { maxAgeSeconds: 120 }, 2, false],
  ])('knows what a proof %s is worth', (_, given, wanted, after, meets) => {
    const memory = new ProofMemory();
    memory.remember(proof(given));
    vi.advanceTimersByTime(after * minutes);
    expect(memory.meets(demand(wanted))).toBe(meets);
  });

  it('forgets what a change has used up, and nothing else', () => {
    const memory = new ProofMemory();
    memory.remember(proof());
    memory.used();
    expect(memory.current()).toBe('record');
    memory.remember(proof({ singleUse: true }));
    memory.used();
    expect(memory.current()).toBeUndefined();
  });
});
