import { describe, expect, test } from 'vitest';
import { createSemaphore, QueueFull } from './semaphore.ts';

/** A task that ends when it is told to. */
function controlled() {
  const started: number[] = [];
  const ends = new Map<number, { resolve: (value: number) => void; reject: (error: Error) => void }>();
  const task = (id: number) => () =>
    new Promise<number>((resolve, reject) => {
      started.push(id);
      ends.set(id, { resolve, reject });
    });
  return {
    started,
    task,
    finish: (id: number) => ends.get(id)?.resolve(id),
    fail: (id: number) => ends.get(id)?.reject(new Error(`task ${id}`)),
  };
}

describe('a semaphore', () => {
  test('runs so many, lets so many wait in order, refuses the rest at once', async () => {
    const { started, task, finish } = controlled();
    const semaphore = createSemaphore({ concurrency: 2, queue: 2 });
    const results = [1, 2, 3, 4].map(id => semaphore.run(task(id)));
    expect(started).toEqual([1, 2]);
    expect([semaphore.running, semaphore.waiting]).toEqual([2, 2]);
    await expect(semaphore.run(task(5))).rejects.toBeInstanceOf(QueueFull);

    finish(2);
    expect(await results[1]).toBe(2);
    expect(started).toEqual([1, 2, 3]);
    // The place went to the one that waited: a newcomer waits behind.
    const sixth = semaphore.run(task(6));
    expect(started).toEqual([1, 2, 3]);
    finish(1);
    await results[0];
    expect(started).toEqual([1, 2, 3, 4]);
    finish(3);
    await results[2];
    expect(started).toEqual([1, 2, 3, 4, 6]);
    finish(4);
    finish(6);
    expect(await Promise.all([...results, sixth])).toEqual([1, 2, 3, 4, 6]);
    expect([semaphore.running, semaphore.waiting]).toEqual([0, 0]);
    expect(started).not.toContain(5);
  });

  test('gives the place free when a task fails, also before it returned a promise', async () => {
    const { task, fail } = controlled();
    const semaphore = createSemaphore({ concurrency: 1, queue: 1 });
    const failing = semaphore.run(task(1));
    const next = semaphore.run(() => {
      throw new Error('at once');
    });
    fail(1);
    await expect(failing).rejects.toThrow('task 1');
    await expect(next).rejects.toThrow('at once');
    expect(await semaphore.run(async () => 'free')).toBe('free');
  });

  test('tells when to come back: the work ahead at the usual speed, at least a second', async () => {
    let time = 0;
    const { task, finish } = controlled();
    const semaphore = createSemaphore({ concurrency: 2, queue: 3, now: () => time });
    const full = async () => {
      const error = await semaphore.run(task(99)).catch((thrown: unknown) => thrown);
      return error instanceof QueueFull ? error.retryAfterSeconds : undefined;
    };
    const results = [1, 2, 3, 4, 5].map(id => semaphore.run(task(id)));
    expect(await full()).toBe(1);

    time = 4000;
    finish(1);
    await results[0];
    results.push(semaphore.run(task(6)));
    // Five tasks of 4 s on two places.
    expect(await full()).toBe(10);
    for (const id of [2, 3, 4, 5, 6]) {
      finish(id);
      await results[id - 1];
    }
  });

  test.each([
    [0, 1],
    [1.5, 1],
    [1, -1],
    [1, Number.NaN],
  ])('needs whole bounds: concurrency %d, queue %d', (concurrency, queue) => {
    expect(() => createSemaphore({ concurrency, queue })).toThrow(RangeError);
  });
});
