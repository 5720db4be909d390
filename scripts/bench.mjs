/**
 * `npm run bench`: measures in Chromium what the main thread does while somebody types, filters and
 * changes a version, beside editors that do less. Prints a table; `npm run bench -- --readme` also
 * writes it into the README.
 *
 * Machines differ and are busy with other things, so what counts are ratios within one run: the rivals
 * take turns, key by key and several times over, and medians of the processor's time are compared.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright';
import { build } from 'vite';
import { chromiumArgs, ensureChromium } from './chromium.mjs';
import { cacheFolder, projectRoot } from './outputs.mjs';
import { serveStatic } from './serveStatic.mjs';
import { sourceAlias } from './sourceAlias.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const KEYS = 16;
/** Long enough for what a key sets off, shorter than the pause after which texts are checked. */
const AFTER_KEY_MS = 60;
/** Long enough for the list to follow the field. */
const AFTER_FILTER_KEY_MS = 300;
/** Commit, check and what is shown of it. */
const AFTER_PAUSE_MS = 1200;

/** @typedef {import('playwright').Page} Page */
/** @typedef {{ keys: number[], longest: number[] }} Typing Milliseconds per key, and the longest task of each round. */

const outDir = join(cacheFolder, 'bench');
rmSync(outDir, { recursive: true, force: true });
await build({
  root: join(projectRoot, 'test/bench'),
  configFile: false,
  logLevel: 'error',
  plugins: [react()],
  resolve: { alias: sourceAlias },
  worker: { format: 'es' },
  build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 5000 },
});

const server = await serveStatic(outDir);
const browser = await chromium.launch({
  executablePath: await ensureChromium(),
  args: chromiumArgs,
});
try {
  /** @type {string[]} */
  const tables = [];
  // Each is printed as soon as it is there: the next may take minutes, or fail.
  const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice(7);
  const measures = { typing: measureTyping, packs: measurePacks, upgrade: measureUpgrade };
  for (const [name, measure] of Object.entries(measures)) {
    if (only !== undefined && only !== name) continue;
    const table = (await measure()).join('\n');
    console.log(`${table}\n`);
    tables.push(table);
  }
  const report = tables.join('\n\n');
  if (process.argv.includes('--readme')) writeReadme(report);
} finally {
  await browser.close();
  await server.close();
}

/**
 * Pages that know nothing of each other, each in a process of its own.
 *
 * @template {1 | 3} Count
 * @param {Count} count
 * @param {(pages: Count extends 1 ? [Page] : [Page, Page, Page]) => Promise<void>} work
 */
async function onPages(count, work) {
  const contexts = [];
  try {
    /** @type {Page[]} */
    const pages = [];
    for (let at = 0; at < count; at += 1) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(server.url);
      await page.waitForFunction('"bench" in window');
      pages.push(page);
    }
    await work(/** @type {Parameters<typeof work>[0]} */ (pages));
  } finally {
    for (const context of contexts) await context.close();
  }
}

/**
 * @param {Page} page
 * @param {string} expression
 * @returns {Promise<unknown>}
 */
function run(page, expression) {
  return page.evaluate(expression);
}

async function measureTyping() {
  const real = join(projectRoot, '../shared/manifests/kubeflow-training-1.5.0.yaml');
  const manifests = existsSync(real) ? readFileSync(real, 'utf8') : null;
  const documents = [
    { name: 'values, 6 KB', text: 'bench.valuesText(6_000)', isManifest: false },
    { name: 'values, 75 KB', text: 'bench.valuesText(75_000)', isManifest: false },
    { name: 'values, 289 KB', text: 'bench.valuesText(289_000)', isManifest: false },
    {
      name: 'manifests, 2.5 MB',
      text: manifests === null ? 'bench.manifestsText(2_500_000)' : JSON.stringify(manifests),
      isManifest: true,
    },
  ];
  const rows = [
    '| Main thread per key, ms (median / p95) | CodeMirror alone | `@uiw/react-codemirror`, controlled | this library | × CodeMirror | longest task |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
  for (const { name, text, isManifest } of documents) {
    /** @type {Typing} */
    const ours = { keys: [], longest: [] };
    /** @type {Typing} */
    const bare = { keys: [], longest: [] };
    /** @type {Typing} */
    const controlled = { keys: [], longest: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      await onPages(3, async ([ourPage, barePage, controlledPage]) => {
        await mountOurs(ourPage, text, isManifest);
        // All in boxes of one size, so that all have the same to draw.
        const box = JSON.stringify(await run(ourPage, 'bench.editorBox()'));
        await run(barePage, `bench.mountBare(${text}, ${box})`);
        await run(controlledPage, `bench.mountControlled(${text}, ${box})`);
        await typeInTurn([
          { page: ourPage, typing: ours },
          { page: barePage, typing: bare },
          { page: controlledPage, typing: controlled },
        ]);
      });
    }
    rows.push(
      `| ${name} | ${medianAndP95(bare.keys)} | ${medianAndP95(controlled.keys)} | ${medianAndP95(ours.keys)} | ${ratio(median(ours.keys), median(bare.keys))} | ${longestText(median(ours.longest))} |`,
    );
  }
  return rows;
}

/** @param {Page} page @param {string} text @param {boolean} isManifest */
async function mountOurs(page, text, isManifest) {
  await run(page, `bench.mount${isManifest ? 'Manifest' : 'Values'}(${text})`);
  if (isManifest) {
    await page.getByRole('tab', { name: 'Manifests' }).click();
    await page.getByRole('button', { name: 'bench', exact: true }).click();
  }
  await page.locator('.cm-content:visible').first().waitFor();
  await page.waitForTimeout(AFTER_PAUSE_MS);
}

/**
 * Presses each key in one editor after the other, so that whatever else the machine does is the same
 * for all of them.
 *
 * @param {readonly { page: Page, typing: Typing }[]} rivals
 */
async function typeInTurn(rivals) {
  const clocks = [];
  for (const { page } of rivals) {
    await run(page, 'bench.placeCursor()');
    await page.keyboard.insertText(' #');
    clocks.push(await mainThreadClock(page));
  }
  await rivals[0]?.page.waitForTimeout(AFTER_PAUSE_MS);
  for (const { page } of rivals) await run(page, 'bench.takeLongestTask()');
  for (let key = 0; key < KEYS; key += 1) {
    for (const [at, { page, typing }] of rivals.entries()) {
      const clock = clocks[at];
      if (clock === undefined) continue;
      const before = await clock();
      await page.keyboard.press('x');
      await page.waitForTimeout(AFTER_KEY_MS);
      typing.keys.push((await clock()) - before);
    }
  }
  await rivals[0]?.page.waitForTimeout(AFTER_PAUSE_MS);
  for (const { page, typing } of rivals) {
    typing.longest.push(Number(await run(page, 'bench.takeLongestTask()')));
  }
}

async function measurePacks() {
  const counts = [100, 10_000, 100_000];
  /** @type {Map<number, { paints: number[], keys: number[], tasks: number[] }>} */
  const results = new Map(counts.map((count) => [count, { paints: [], keys: [], tasks: [] }]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [count, result] of results) {
      await onPages(1, async ([page]) => {
        await run(page, `bench.preparePacks(${count})`);
        // Once before, so that what is loaded with the first list does not count.
        await run(page, 'bench.showPacks()');
        await page.waitForTimeout(AFTER_FILTER_KEY_MS);
        result.paints.push(Number(await run(page, 'bench.showPacks()')));
        await page.waitForTimeout(AFTER_FILTER_KEY_MS);
        const clock = await mainThreadClock(page);
        await page.getByPlaceholder('Search by name').click();
        await page.waitForTimeout(AFTER_FILTER_KEY_MS);
        for (const key of ['0', '0', '1', '2', 'Backspace', 'Backspace', '3', '4']) {
          const tasks = await traceTasks(page);
          const before = await clock();
          await page.keyboard.press(key);
          await page.waitForTimeout(AFTER_FILTER_KEY_MS);
          result.keys.push((await clock()) - before);
          result.tasks.push(Math.max(0, ...(await tasks())));
        }
      });
    }
  }
  const first = median(results.get(100)?.paints ?? []);
  return [
    '| Packs in the registry | first rows, ms | × 100 packs | longest task of a filter key, ms (median / p95) | main thread per filter key, ms |',
    '| --- | --- | --- | --- | --- |',
    ...[...results].map(([count, { paints, keys, tasks }]) => {
      const paint = median(paints);
      return `| ${count.toLocaleString('en')} | ${paint.toFixed(0)} | ${ratio(paint, first)} | ${medianAndP95(tasks)} | ${medianAndP95(keys)} |`;
    }),
  ];
}

/**
 * The milliseconds that the main thread has worked so far. What it waits for a processor does not count,
 * so that other programs weigh less.
 *
 * @param {Page} page
 */
async function mainThreadClock(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
}

/**
 * Begins to record; what is answered ends it and gives the milliseconds of the main thread in each task.
 *
 * @param {Page} page
 */
async function traceTasks(page) {
  const session = await page.context().newCDPSession(page);
  /** @type {{ name?: string, ph?: string, pid?: number, tid?: number, tdur?: number, args?: { name?: string } }[]} */
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', categories: 'toplevel' });
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    const mainThreads = new Set(
      events.filter(({ args }) => args?.name === 'CrRendererMain').map(threadOf),
    );
    return events
      .filter(
        (event) =>
          event.ph === 'X' &&
          event.name?.endsWith('RunTask') === true &&
          mainThreads.has(threadOf(event)),
      )
      .map(({ tdur = 0 }) => tdur / 1000);
  };
}

/** @param {{ pid?: number, tid?: number }} event */
function threadOf({ pid, tid }) {
  return `${pid}/${tid}`;
}

async function measureUpgrade() {
  /** @type {number[]} */
  const longest = [];
  /** @type {number[]} */
  const durations = [];
  /** @type {number[]} */
  const bareLongest = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await onPages(1, async ([page]) => {
      await run(page, 'bench.mountUpgrade(289_000, 20)');
      // The layer has all it needs, so the next one is open.
      await page.getByRole('button', { name: /^Layer 1 of/ }).click();
      await page.locator('.cm-content').first().waitFor();
      await page.waitForTimeout(AFTER_PAUSE_MS);
      await run(page, 'bench.takeLongestTask()');
      const start = Date.now();
      await page.getByLabel('Pack Version').selectOption('2.0.0');
      await page.getByText(/edits? of .* carried over/).waitFor();
      durations.push(Date.now() - start);
      await page.waitForTimeout(AFTER_PAUSE_MS);
      longest.push(Number(await run(page, 'bench.takeLongestTask()')));
    });
    // What CodeMirror takes to show such a text, and to parse it when nothing else is to be done.
    await onPages(1, async ([page]) => {
      await run(page, 'bench.text = bench.valuesText(289_000, "2.0.0")');
      await page.waitForTimeout(AFTER_PAUSE_MS);
      await run(page, 'bench.takeLongestTask()');
      await run(page, 'bench.mountBare(bench.text)');
      await page.waitForTimeout(2 * AFTER_PAUSE_MS);
      bareLongest.push(Number(await run(page, 'bench.takeLongestTask()')));
    });
  }
  return [
    '| Another version, 289 KB with 20 edits | until the edits are carried over, ms | longest task | longest task of CodeMirror alone, opening that text |',
    '| --- | --- | --- | --- |',
    `| median of ${ROUNDS} | ${median(durations).toFixed(0)} | ${longestText(median(longest))} | ${longestText(median(bareLongest))} |`,
  ];
}

/** @param {readonly number[]} values */
function medianAndP95(values) {
  return `${median(values).toFixed(1)} / ${percentile(values, 0.95).toFixed(1)}`;
}

/** @param {number} milliseconds */
function longestText(milliseconds) {
  return milliseconds === 0 ? 'none over 50 ms' : `${milliseconds.toFixed(0)} ms`;
}

/** @param {number} one @param {number} other */
function ratio(one, other) {
  return other === 0 ? '–' : (one / other).toFixed(2);
}

/** @param {readonly number[]} values */
function median(values) {
  return percentile(values, 0.5);
}

/** @param {readonly number[]} values @param {number} share */
function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** @param {string} report */
function writeReadme(report) {
  const file = join(projectRoot, 'README.md');
  const text = readFileSync(file, 'utf8');
  const [begin, end] = ['<!-- bench -->', '<!-- /bench -->'];
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from === -1 || to === -1) throw new Error(`README.md has no ${begin} … ${end}.`);
  writeFileSync(file, `${text.slice(0, from + begin.length)}\n\n${report}\n\n${text.slice(to)}`);
}
