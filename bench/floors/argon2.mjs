/** Nothing but password hashing: the digest of a user verified again and again, as many at once as the product does. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { verify } from '@node-rs/argon2';
import { serveQuestions } from '../lib/processes.mjs';

const { digest, password } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const concurrency = Math.max(1, availableParallelism() - 1);

async function repeat(deadline) {
  let count = 0;
  for (; performance.now() < deadline; count++) {
    if (!(await verify(digest, password))) throw new Error('the right password is wrong');
  }
  return count;
}

serveQuestions({ concurrency }, async ({ seconds }) => {
  const startedAt = performance.now();
  const deadline = startedAt + seconds * 1000;
  const counts = await Promise.all(Array.from({ length: concurrency }, () => repeat(deadline)));
  const elapsed = (performance.now() - startedAt) / 1000;
  const count = counts.reduce((a, b) => a + b, 0);
  return { elapsed, parts: [{ count, requests: count, perSecond: count / elapsed }] };
});
