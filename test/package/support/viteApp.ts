import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { build } from 'vite';
import { inject, onTestFinished } from 'vitest';
import { chromiumArgs, ensureChromium } from '../../../scripts/chromium.mjs';
import { serveStatic } from '../../../scripts/serveStatic.mjs';
import type { HostName } from './hosts';

export interface ViteApp {
  /** The module that the page loads. */
  readonly main: string;
  /** What is in `#root` before it does. @default nothing */
  readonly content?: string;
  /** What more is in the head. @default nothing */
  readonly head?: string;
}

const page = ({ content = '', head = '' }: ViteApp) => `<!doctype html>
<html lang="en">
  <head><title>Host</title>${head}</head>
  <body><div id="root">${content}</div><script type="module" src="/main.js"></script></body>
</html>`;

/** Builds an app for production with the host's packages; returns the folder to serve. */
export async function buildViteApp(host: HostName, app: ViteApp): Promise<string> {
  const root = join(inject('hosts')[host], 'vite-app');
  mkdirSync(root);
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  writeFileSync(join(root, 'index.html'), page(app));
  writeFileSync(join(root, 'main.js'), app.main);
  await build({
    root,
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
  return join(root, 'dist');
}

export interface OpenPage {
  readonly tab: Page;
  /** Errors and warnings of the console, and errors that nobody caught. */
  readonly problems: readonly string[];
  /** Addresses that were asked for. */
  readonly loaded: readonly string[];
  /** Addresses of the workers that were started. */
  readonly workers: readonly string[];
}

/** Opens a folder as a site in Chromium. */
export async function openSite(folder: string): Promise<OpenPage> {
  const server = await serveStatic(folder);
  onTestFinished(server.close);
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: chromiumArgs,
  });
  onTestFinished(() => browser.close());
  const tab = await browser.newPage({ locale: 'en-US' });
  const problems: string[] = [];
  const loaded: string[] = [];
  const workers: string[] = [];
  tab.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  tab.on('pageerror', (error) => problems.push(error.message));
  tab.on('request', (request) => loaded.push(request.url()));
  tab.on('worker', (worker) => workers.push(worker.url()));
  await tab.goto(`${server.url}/`);
  return { tab, problems, loaded, workers };
}
