/** Prevents: a run that is green because it ran nothing, or because a failure was printed and not counted. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from '../lib/run.mjs';

const totals = { passed: 0, failed: 0 };

/** What failed, by name. Said once more at the end: who keeps the last lines of a run alone learns what it was. */
const failures = [];

function count(name, passed, failed, begin, note = '', failedTests = []) {
  totals.passed += passed;
  totals.failed += failed;
  if (failed > 0) failures.push(`FAILED ${name}`, ...failedTests.map(test => `  ${test}`));
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
    const message = error instanceof Error ? error.message : String(error);
    console.log(message);
    count(name, 0, 1, begin, '', [firstLine(message)]);
  }
}

/** A program that closes with "N passed, N failed". Without that line it is one check, judged by its exit code. */
export async function countClosingLine(name, work) {
  const begin = performance.now();
  const { code, output } = await work();
  const [, passed, counted] = /^(\d+) passed, (\d+) failed$/m.exec(output) ?? [];
  if (code !== 0) console.log(output);
  const known = passed !== undefined;
  const bad = known ? Number(counted) : 0;
  const failed = code !== 0 && bad === 0 ? 1 : bad;
  count(name, known ? Number(passed) : Number(code === 0), failed, begin, '', output.match(/^FAILED .*/gm) ?? []);
}

/** A run of vitest that wrote its JSON report to `report`. */
export async function countReport(name, report, work) {
  const begin = performance.now();
  const { code, output } = await work();
  if (code !== 0) console.log(output);
  let result = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [] };
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    console.log(`${name} left no report`);
  }
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = result;
  // A file that cannot be loaded, and a run without tests, fail without a failed test.
  const without = failed === 0 && (code !== 0 || passed === 0) ? 1 : 0;
  count(name, passed, failed + without, begin, skipped > 0 ? `, ${skipped} skipped` : '', failedIn(result));
}

/** Each test that failed and each file that could not be loaded, with the first line of why. */
function failedIn({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter(test => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [`${file}: ${firstLine(message)}`] : [];
    return failed.map(({ fullName, failureMessages }) => `${file}: ${fullName}: ${firstLine(failureMessages[0])}`);
  });
}

const firstLine = (text = '') => stripVTControlCharacters(text).split('\n', 1)[0];

/** Prints the closing line and ends with the exit code that fits it. */
export function close() {
  for (const line of failures) console.log(line);
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);
}
