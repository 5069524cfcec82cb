import { expect, test } from 'vitest';
import { lastOf } from './last-of.ts';

/** Work that is done when a test says so. */
function byHand() {
  const ends: { done: (output: string) => void; fails: (error: Error) => void }[] = [];
  const work = lastOf(
    (_: string) => new Promise<string>((resolve, reject) => ends.push({ done: resolve, fails: reject })),
  );
  return { work, ends };
}

test('of two choices the later one counts, though the earlier one takes longer', async () => {
  const { work, ends } = byHand();
  const [first, second] = [work('de'), work('fr')];
  ends[1]?.done('Deuxième');
  ends[0]?.done('Erste');
  expect([await first, await second]).toEqual([undefined, 'Deuxième']);
});

test('a failure is told of the last one alone', async () => {
  const { work, ends } = byHand();
  const [first, second] = [work('de'), work('fr')];
  ends[0]?.fails(new Error('de'));
  ends[1]?.fails(new Error('fr'));
  expect(await first).toBeUndefined();
  await expect(second).rejects.toThrow('fr');
});
