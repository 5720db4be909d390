import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureChromium } from '../../../scripts/chromium.mjs';
import { ensureStorybook, projectRoot } from '../../../scripts/outputs.mjs';
import { serveStatic } from '../../../scripts/serveStatic.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built Storybook is served, without a trailing slash. */
    storybookUrl: string;
    chromiumPath: string;
  }
}

/** Builds Storybook when it is stale and serves it on a free port of 127.0.0.1. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('chromiumPath', await ensureChromium());
  ensureStorybook();
  const server = await serveStatic(join(projectRoot, 'storybook-static'));
  project.provide('storybookUrl', server.url);
  return server.close;
}
