/**
 * `npm test`: runs every test there is, one Vitest project after the other, and sums the counts.
 * `node scripts/test.mjs unit dom` runs those projects only. All other arguments go to Vitest:
 * `npm run test:unit -- test/model -t version`.
 *
 * The last line is `N passed, N failed`, with `, N skipped` when tests were skipped. The exit code
 * is 1 when a test failed, a runner crashed or a project had no test at all.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { projectRoot } from './outputs.mjs';

const projects = ['unit', 'dom', 'browser', 'storybook', 'package', 'e2e'];
/** Lines shown of what a failed test said: a property's counterexample and seed are in the first. */
const failureLines = 12;
const failureWidth = 1000;
const browserProjects = ['browser', 'storybook', 'e2e'];

/**
 * `failures` names each failed test with the first line of what it said.
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Counts
 */

/** @typedef {{ status: string, fullName: string, failureMessages?: string[] }} Assertion */

/** @typedef {{ status: string, name: string, message: string, assertionResults: Assertion[] }} TestFile */

/**
 * Reads Vitest's JSON report; a file that could not be loaded holds no test and counts as one.
 * @param {string} file
 * @returns {Counts}
 */
function readCounts(file) {
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: TestFile[] }} */
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap(describeFailures),
  };
}

/**
 * The end of a long run is what people see of it, so it names the failures again.
 * @param {TestFile} file
 */
function describeFailures({ status, name, message, assertionResults }) {
  const file = relative(projectRoot, name);
  if (status === 'failed' && assertionResults.length === 0) return [`${file}: ${message}`];
  return assertionResults
    .filter((assertion) => assertion.status === 'failed')
    .map(({ fullName, failureMessages = [] }) => {
      const lines = failureMessages.join('\n').split('\n').slice(0, failureLines);
      const reason = lines.map((line) => line.slice(0, failureWidth)).join('\n    ');
      return `${file} > ${fullName}\n    ${reason}`;
    });
}

/**
 * @param {string} project
 * @param {readonly string[]} extra arguments for Vitest
 * @param {string} folder for the report
 * @returns {Counts}
 */
function runProject(project, extra, folder) {
  const started = Date.now();
  const reportFile = join(folder, `${project}.json`);
  const { status, signal } = spawnSync(
    process.execPath,
    [
      join(projectRoot, 'node_modules/vitest/vitest.mjs'),
      ...['run', '--project', project, '--maxWorkers', '2'],
      ...['--reporter', 'default', '--reporter', 'json', '--outputFile.json', reportFile],
      ...extra,
    ],
    { cwd: projectRoot, stdio: 'inherit' },
  );
  /** @type {Counts} */
  let counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  try {
    counts = readCounts(reportFile);
  } catch {
    console.error(`The runner of "${project}" left no report.`);
  }
  const isEmpty = counts.passed + counts.failed + counts.skipped === 0;
  if (counts.failed === 0 && (status !== 0 || isEmpty)) {
    const reason = isEmpty ? 'ran no test' : `ended with ${signal ?? `exit code ${status ?? '?'}`}`;
    counts.failed = 1;
    counts.failures.push(`"${project}" ${reason}; this counts as a failure.`);
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`${project}: ${describe(counts)} in ${seconds} s\n`);
  return counts;
}

/** @param {Counts} counts */
function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * @param {string} project
 * @returns {Counts}
 */
function withoutChromium(project) {
  const failures = [`"${project}" could not run without a Chromium.`];
  return { passed: 0, failed: 1, skipped: 0, failures };
}

const args = process.argv.slice(2);
const named = args.filter((arg) => projects.includes(arg));
const extra = args.filter((arg) => !projects.includes(arg));
const chosen = named.length > 0 ? named : projects;

/** @type {Counts} */
const total = { passed: 0, failed: 0, skipped: 0, failures: [] };
rmSync(join(projectRoot, 'test-results'), { recursive: true, force: true });
const folder = mkdtempSync(join(tmpdir(), 'cluster-profile-builder-'));
try {
  /** @type {Set<string>} */
  const impossible = new Set();
  if (chosen.some((project) => browserProjects.includes(project))) {
    try {
      console.log(`Chromium: ${await ensureChromium()}`);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      for (const project of browserProjects) impossible.add(project);
    }
  }
  for (const project of chosen) {
    const counts = impossible.has(project)
      ? withoutChromium(project)
      : runProject(project, extra, folder);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
    total.failures.push(...counts.failures);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const failure of total.failures) console.error(`✗ ${failure}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(describe(total));
