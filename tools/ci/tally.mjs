/** Prevents: a run that is green because it ran nothing, or because a failure was printed and not counted. */
import { readFileSync } from 'node:fs';

const totals = { passed: 0, failed: 0 };

function count(name, passed, failed, begin, note = '') {
  totals.passed += passed;
  totals.failed += failed;
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  console.log(`${failed > 0 ? 'FAILED' : 'ok    '} ${name}: ${passed} passed, ${failed} failed, ${seconds} s${note}`);
}

/** One check: fails when `work` throws. What it resolves with is printed behind its line. */
export async function check(name, work) {
  const begin = performance.now();
  try {
    const note = await work();
    count(name, 1, 0, begin, note ? ` (${note})` : '');
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
    count(name, 0, 1, begin);
  }
}

/** A program that closes with "N passed, N failed". Without that line it is one check, judged by its exit code. */
export async function countClosingLine(name, work) {
  const begin = performance.now();
  const { code, output } = await work();
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(output) ?? [];
  if (code !== 0) console.log(output);
  const known = passed !== undefined;
  const bad = known ? Number(failed) : 0;
  count(name, known ? Number(passed) : Number(code === 0), code !== 0 && bad === 0 ? 1 : bad, begin);
}

/** A run of vitest that wrote its JSON report to `report`. */
export async function countReport(name, report, work) {
  const begin = performance.now();
  const { code, output } = await work();
  if (code !== 0) console.log(output);
  let numbers = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
  try {
    numbers = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    console.log(`${name} left no report`);
  }
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = numbers;
  // A file that cannot be loaded, and a run without tests, fail without a failed test.
  const without = failed === 0 && (code !== 0 || passed === 0) ? 1 : 0;
  count(name, passed, failed + without, begin, skipped > 0 ? `, ${skipped} skipped` : '');
}

/** Prints the closing line and ends with the exit code that fits it. */
export function close() {
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);
}
