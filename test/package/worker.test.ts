import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runInHost } from './support/hosts';
import { buildViteApp, openSite, type OpenPage } from './support/viteApp';

/** Checks a broken text and shows the codes of what was found. */
const check = (createWorker: string) => `
import { createValuesTasks } from 'cluster-profile-builder/headless';
const tasks = createValuesTasks({ createWorker: ${createWorker} });
const options = { variables: [], macros: null, packs: {}, cloudType: 'aws', schema: [] };
tasks.run('checkValues', { text: 'a: 1\\na: 2\\n', options }).then(
  (found) => { document.documentElement.dataset.found = found.map(({ code }) => code).join(); },
  (error) => { document.documentElement.dataset.found = String(error); },
);
`;

const FOUND = 'yaml-duplicate-key';
const own =
  "() => new Worker(new URL('cluster-profile-builder/worker', import.meta.url), { type: 'module' })";
const policy = (workers: string) =>
  `<meta http-equiv="Content-Security-Policy" content="script-src 'self'; worker-src ${workers}">`;

async function foundIn({ tab }: OpenPage): Promise<string | null> {
  const root = tab.locator('html[data-found]');
  await root.waitFor({ state: 'attached' });
  return root.getAttribute('data-found');
}

/** Whether the page loaded the engine itself, as opposed to its worker. */
const loadedEngine = ({ loaded }: OpenPage) => loaded.some((url) => /\/tasks-[^/]*\.js$/.test(url));

describe('a Vite app', () => {
  it.each([
    ['of this package', 'undefined', ''],
    ['of this package, under a strict policy', 'undefined', policy("'self'")],
    ['that the host makes', own, ''],
  ])('checks in the worker %s', async (_, createWorker, head) => {
    const dist = await buildViteApp('react19', { main: check(createWorker), head });
    const page = await openSite(dist);
    expect(await foundIn(page)).toBe(FOUND);
    expect(page.workers).toHaveLength(1);
    expect(loadedEngine(page)).toBe(false);
    expect(page.problems).toEqual([]);

    // Vite makes one classic script of it, so nothing of it may be loaded lazily.
    const workers = readdirSync(join(dist, 'assets')).filter((file) => file.startsWith('worker'));
    expect(workers).not.toEqual([]);
    for (const file of workers) {
      expect(readFileSync(join(dist, 'assets', file), 'utf8')).not.toMatch(/\bimport\s*\(/);
    }
  });

  it.each([
    ['is not wanted', 'null', ''],
    ['cannot be made', "() => { throw new Error('No worker here.'); }", ''],
    ['is not where it was', "() => new Worker('/gone.js', { type: 'module' })", ''],
    ['is forbidden by the policy', 'undefined', policy("'none'")],
  ])('checks on the page where a worker %s', async (_, createWorker, head) => {
    const dist = await buildViteApp('react19', { main: check(createWorker), head });
    const page = await openSite(dist);
    expect(await foundIn(page)).toBe(FOUND);
    expect(loadedEngine(page)).toBe(true);
    // The browser itself tells of a missing file and a broken policy; nothing else may be said.
    expect(page.problems.filter((text) => !/404|Content Security Policy/.test(text))).toEqual([]);
  });
});

describe('where there are no workers', () => {
  it.each(['esm', 'cjs'] as const)('the same is found on a server (%s)', (format) => {
    const printed = runInHost(
      'react19',
      format,
      `const { createValuesTasks } = await load('cluster-profile-builder/headless');
       const options = { variables: [], macros: null, packs: {}, cloudType: 'aws', schema: [] };
       const found = await createValuesTasks().run('checkValues', { text: 'a: 1\\na: 2\\n', options });
       console.log(found.map(({ code }) => code).join());`,
    );
    expect(printed.trim()).toBe(FOUND);
  });
});
