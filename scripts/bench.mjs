/**
 * `npm run bench`: measures in Chromium what the main thread does while somebody types, filters and
 * changes a version, beside editors that do less. Prints a table; `npm run bench -- --readme` also
 * writes it into the README.
 *
 * Machines differ and are busy with other things, so what counts are ratios within one run: the rivals
 * take turns, several times over, and medians are compared.
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
/** Commit, check and what is shown of it. */
const AFTER_PAUSE_MS = 1200;

/** @typedef {import('playwright').Page} Page */
/** @typedef {{ mount: (page: Page) => Promise<unknown>, editor: string }} Rival */
/** @typedef {{ keys: number[], longest: number }} Typing */

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
  for (const measure of [measureUpgrade, measurePacks, measureTyping]) {
    const table = (await measure()).join('\n');
    console.log(`${table}\n`);
    tables.unshift(table);
  }
  const report = tables.join('\n\n');
  if (process.argv.includes('--readme')) writeReadme(report);
} finally {
  await browser.close();
  await server.close();
}

/** @param {(page: Page) => Promise<void>} work */
async function onPage(work) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  try {
    await page.goto(server.url);
    await page.waitForFunction('"bench" in window');
    await work(page);
  } finally {
    await page.close();
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
    /** @type {Record<'bare' | 'controlled' | 'ours', Rival>} */
    const rivals = {
      bare: { mount: (page) => run(page, `bench.mountBare(${text})`), editor: '.cm-content' },
      controlled: {
        mount: (page) => run(page, `bench.mountControlled(${text})`),
        editor: '.cm-content',
      },
      ours: {
        mount: async (page) => {
          await run(page, `bench.mount${isManifest ? 'Manifest' : 'Values'}(${text})`);
          if (!isManifest) return;
          await page.getByRole('tab', { name: 'Manifests' }).click();
          await page.getByRole('button', { name: 'bench', exact: true }).click();
        },
        editor: isManifest
          ? '[role="tabpanel"]:not([data-inert]):visible .cm-content:visible'
          : '.cm-content',
      },
    };
    /** @type {Record<'bare' | 'controlled' | 'ours', Typing[]>} */
    const results = { bare: [], controlled: [], ours: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const rival of /** @type {const} */ (['bare', 'controlled', 'ours'])) {
        await onPage(async (page) => {
          results[rival].push(await typeInto(page, rivals[rival]));
        });
      }
    }
    const bare = summary(results.bare);
    const controlled = summary(results.controlled);
    const ours = summary(results.ours);
    rows.push(
      `| ${name} | ${bare.text} | ${controlled.text} | ${ours.text} | ${ratio(ours.median, bare.median)} | ${longestText(ours.longest)} |`,
    );
  }
  return rows;
}

/** @param {Page} page @param {Rival} rival @returns {Promise<Typing>} */
async function typeInto(page, rival) {
  await rival.mount(page);
  const editor = page.locator(rival.editor).first();
  await editor.waitFor();
  await page.waitForTimeout(AFTER_PAUSE_MS);
  await editor.click({ position: { x: 60, y: 60 } });
  await page.keyboard.press('End');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'timeTicks' });
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  await page.keyboard.insertText(' #');
  await page.waitForTimeout(AFTER_PAUSE_MS);
  await run(page, 'bench.takeLongestTask()');
  const keys = [];
  for (let at = 0; at < KEYS; at += 1) {
    const before = await busy();
    await page.keyboard.press('x');
    await page.waitForTimeout(AFTER_KEY_MS);
    keys.push((await busy()) - before);
  }
  await page.waitForTimeout(AFTER_PAUSE_MS);
  const longest = Number(await run(page, 'bench.takeLongestTask()'));
  return { keys, longest };
}

async function measurePacks() {
  const counts = [100, 10_000, 100_000];
  /** @type {Map<number, { paints: number[], keys: number[] }>} */
  const results = new Map(counts.map((count) => [count, { paints: [], keys: [] }]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [count, result] of results) {
      await onPage(async (page) => {
        await run(page, `bench.preparePacks(${count})`);
        // Once before, so that what is loaded with the first list does not count.
        await run(page, 'bench.showPacks()');
        await page.waitForTimeout(300);
        result.paints.push(Number(await run(page, 'bench.showPacks()')));
        await page.waitForTimeout(300);
        const session = await page.context().newCDPSession(page);
        await session.send('Performance.enable', { timeDomain: 'timeTicks' });
        const search = page.getByPlaceholder('Search by name');
        await search.click();
        for (const key of ['0', '0', '1', '2', 'Backspace', 'Backspace', '3', '4']) {
          const before = await taskTime(session);
          await page.keyboard.press(key);
          await page.waitForTimeout(300);
          result.keys.push((await taskTime(session)) - before);
        }
      });
    }
  }
  const first = median(results.get(100)?.paints ?? []);
  return [
    '| Packs in the registry | first rows, ms | × 100 packs | main thread per filter key, ms (median / p95) |',
    '| --- | --- | --- | --- |',
    ...[...results].map(([count, { paints, keys }]) => {
      const paint = median(paints);
      return `| ${count.toLocaleString('en')} | ${paint.toFixed(0)} | ${ratio(paint, first)} | ${median(keys).toFixed(1)} / ${percentile(keys, 0.95).toFixed(1)} |`;
    }),
  ];
}

/** @param {import('playwright').CDPSession} session */
async function taskTime(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

async function measureUpgrade() {
  /** @type {number[]} */
  const longest = [];
  /** @type {number[]} */
  const durations = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await onPage(async (page) => {
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
  }
  return [
    '| Another version, 289 KB with 20 edits | until the edits are carried over, ms | longest task |',
    '| --- | --- | --- |',
    `| median of ${ROUNDS} | ${median(durations).toFixed(0)} | ${longestText(median(longest))} |`,
  ];
}

/** @param {readonly Typing[]} results */
function summary(results) {
  const all = results.flatMap(({ keys }) => keys);
  const middle = median(results.map(({ keys }) => median(keys)));
  return {
    median: middle,
    text: `${middle.toFixed(1)} / ${percentile(all, 0.95).toFixed(1)}`,
    longest: median(results.map(({ longest }) => longest)),
  };
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
