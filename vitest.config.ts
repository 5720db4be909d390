import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserDependencies } from './scripts/browserDependencies.mjs';
import { chromiumArgs, findChromium } from './scripts/chromium.mjs';
import { sourceAlias } from './scripts/sourceAlias.mjs';

/** As patient as the queries of the Testing Library (`test/setup.ts`, `.storybook/preview.tsx`). */
const expect = { poll: { timeout: 10_000 } };

const configDir = fileURLToPath(new URL('./.storybook', import.meta.url));

/** Tests import the public entries by the names that hosts use. */
const resolve = { alias: sourceAlias };

const optimizeDeps = { include: browserDependencies() };

/** The same browser for component tests and stories. */
const executablePath = findChromium();
const browser = () => ({
  enabled: true,
  headless: true,
  api: { host: '127.0.0.1' },
  provider: playwright({
    launchOptions: { args: chromiumArgs, ...(executablePath !== null && { executablePath }) },
  }),
  instances: [{ browser: 'chromium' as const }],
  viewport: { width: 1280, height: 900 },
  screenshotDirectory: 'test-results/browser',
});

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/package/**'],
          setupFiles: ['test/properties.ts'],
          testTimeout: 30_000,
        },
      },
      {
        plugins: [react()],
        resolve,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['test/**/*.test.tsx'],
          exclude: ['test/**/*.browser.test.tsx'],
          setupFiles: ['test/setup.ts'],
          testTimeout: 30_000,
          expect,
        },
      },
      {
        plugins: [react()],
        resolve,
        // The stories that component tests render.
        optimizeDeps: {
          include: [...optimizeDeps.include, '@storybook/react-vite', 'storybook/test'],
        },
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.tsx'],
          setupFiles: ['test/setup.ts'],
          testTimeout: 60_000,
          expect,
          attachmentsDir: 'test-results/attachments',
          browser: browser(),
        },
      },
      {
        plugins: [storybookTest({ configDir })],
        optimizeDeps,
        test: {
          name: 'storybook',
          setupFiles: ['.storybook/vitest.setup.ts'],
          testTimeout: 60_000,
          expect,
          attachmentsDir: 'test-results/attachments',
          browser: browser(),
        },
      },
      {
        test: {
          name: 'package',
          environment: 'node',
          include: ['test/package/**/*.test.ts'],
          globalSetup: ['test/package/support/globalSetup.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.e2e.test.ts'],
          globalSetup: ['test/e2e/support/globalSetup.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
