import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build } from 'vite';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { chromiumArgs, ensureChromium } from '../../scripts/chromium.mjs';
import { serveStatic } from '../../scripts/serveStatic.mjs';
import { runInHost, type HostName } from './support/hosts';

const wizard = `
const { createElement } = await load('react');
const { ProfileWizard } = await load('cluster-profile-builder');
const { createMemoryAdapter } = await load('cluster-profile-builder/adapters');
const { demoCatalog } = await load('cluster-profile-builder/demo');
const element = createElement(ProfileWizard, { adapter: createMemoryAdapter(demoCatalog) });
`;

/** Static imports in place of `load`, as a host's bundler expects them. */
const main = (mount: string) =>
  `${wizard.replace(/const (\{.*\}) = await load\((.*)\);/g, 'import $1 from $2;')}
import { createRoot, hydrateRoot } from 'react-dom/client';
import 'cluster-profile-builder/styles.css';
const root = document.getElementById('root');
${mount}
document.documentElement.dataset.mounted = '';
`;

const page = (content: string) => `<!doctype html>
<html lang="en">
  <head><title>Host</title></head>
  <body><div id="root">${content}</div><script type="module" src="/main.js"></script></body>
</html>`;

/** Builds an app for production with the host's packages; returns the folder to serve. */
async function buildApp(host: HostName, content: string, mount: string): Promise<string> {
  const app = join(inject('hosts')[host], 'vite-app');
  mkdirSync(app);
  onTestFinished(() => {
    rmSync(app, { recursive: true, force: true });
  });
  writeFileSync(join(app, 'index.html'), page(content));
  writeFileSync(join(app, 'main.js'), main(mount));
  await build({
    root: app,
    configFile: false,
    logLevel: 'warn',
    build: {
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        // Vite's React plugin keeps quiet about 'use client', too.
        onLog: (level, log, report) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
      },
    },
  });
  return join(app, 'dist');
}

/** Opens the built app in Chromium and waits for the wizard's first field. */
async function openApp(dist: string) {
  const server = await serveStatic(dist);
  onTestFinished(server.close);
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: chromiumArgs,
  });
  onTestFinished(() => browser.close());
  const tab = await browser.newPage({ locale: 'en-US' });
  const problems: string[] = [];
  const loaded: string[] = [];
  tab.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  tab.on('pageerror', (error) => problems.push(error.message));
  tab.on('request', (request) => loaded.push(request.url()));
  await tab.goto(`${server.url}/`);
  await tab.locator('html[data-mounted]').waitFor({ state: 'attached' });
  await tab.getByRole('textbox', { name: 'Name', exact: true }).fill('edge-profile');
  await tab.waitForLoadState('networkidle');
  return { tab, problems, loaded };
}

describe.each(['react18', 'react19'] as const)('a Vite app under %s', (host) => {
  it('builds with the editor in a chunk of its own, which the first step does not load', async () => {
    const dist = await buildApp(host, '', 'createRoot(root).render(element);');

    const assets = readdirSync(join(dist, 'assets'));
    // A class name of @codemirror/view's own theme, so it stands wherever the editor is.
    const withEditor = assets.filter(
      (file) =>
        file.endsWith('.js') &&
        readFileSync(join(dist, 'assets', file), 'utf8').includes('cm-scroller'),
    );
    expect(withEditor).not.toEqual([]);
    expect(assets.some((file) => file.endsWith('.css'))).toBe(true);

    const { problems, loaded } = await openApp(dist);
    expect(problems).toEqual([]);
    expect(loaded.filter((url) => url.endsWith('.js'))).not.toEqual([]);
    expect(loaded.filter((url) => withEditor.some((file) => url.endsWith(file)))).toEqual([]);
  });

  it('hydrates what the server has rendered, without a mismatch', async () => {
    const html = runInHost(
      host,
      'esm',
      `${wizard}
       const { renderToString } = await load('react-dom/server');
       process.stdout.write(renderToString(element));`,
    );
    expect(html).toContain('Basic information');
    const dist = await buildApp(host, html, 'hydrateRoot(root, element);');
    const { tab, problems } = await openApp(dist);
    expect(problems).toEqual([]);
    expect(await tab.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe(
      'edge-profile',
    );
  });
});
