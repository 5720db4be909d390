import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build } from 'vite';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { chromiumArgs, ensureChromium } from '../../scripts/chromium.mjs';
import { serveStatic } from '../../scripts/serveStatic.mjs';

const page = `<!doctype html>
<html lang="en">
  <head><title>Host</title></head>
  <body><div id="root"></div><script type="module" src="/main.js"></script></body>
</html>`;

const main = `
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { ProfileWizard } from 'cluster-profile-builder';
import { createMemoryAdapter } from 'cluster-profile-builder/adapters';
import { demoCatalog } from 'cluster-profile-builder/demo';
import 'cluster-profile-builder/styles.css';

const adapter = createMemoryAdapter(demoCatalog);
createRoot(document.getElementById('root')).render(createElement(ProfileWizard, { adapter }));
`;

async function buildHost(host: string): Promise<string> {
  const app = join(host, 'vite-app');
  mkdirSync(app);
  onTestFinished(() => {
    rmSync(app, { recursive: true, force: true });
  });
  writeFileSync(join(app, 'index.html'), page);
  writeFileSync(join(app, 'main.js'), main);
  await build({
    root: app,
    configFile: false,
    logLevel: 'warn',
    build: { chunkSizeWarningLimit: 2000 },
  });
  return join(app, 'dist');
}

describe.each(['react18', 'react19'] as const)('a Vite app under %s', (host) => {
  it('builds for production with the editor in a chunk of its own, and runs', async () => {
    const dist = await buildHost(inject('hosts')[host]);

    const assets = readdirSync(join(dist, 'assets'));
    const html = readFileSync(join(dist, 'index.html'), 'utf8');
    // A string of @codemirror/view's own theme, so it stands wherever the editor is.
    const withEditor = assets.filter(
      (file) =>
        file.endsWith('.js') &&
        readFileSync(join(dist, 'assets', file), 'utf8').includes('cm-scroller'),
    );
    expect(withEditor).not.toEqual([]);
    expect(withEditor.filter((file) => html.includes(file))).toEqual([]);
    expect(assets.some((file) => file.endsWith('.css'))).toBe(true);

    const server = await serveStatic(dist);
    onTestFinished(server.close);
    const browser = await chromium.launch({
      executablePath: await ensureChromium(),
      args: chromiumArgs,
    });
    onTestFinished(() => browser.close());
    const tab = await browser.newPage();
    const problems: string[] = [];
    const loaded: string[] = [];
    tab.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) problems.push(message.text());
    });
    tab.on('pageerror', (error) => problems.push(error.message));
    tab.on('request', (request) => loaded.push(request.url()));
    await tab.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
    await tab.goto(`${server.url}/`);
    await tab.getByRole('textbox', { name: 'Name', exact: true }).waitFor();
    expect(problems).toEqual([]);
    expect(loaded.filter((url) => withEditor.some((file) => url.endsWith(file)))).toEqual([]);
  });
});
