import { mkdirSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import { chromiumArgs } from '../../../scripts/chromium.mjs';

/** What a test may say about its page before it opens it. */
export interface PageOptions {
  readonly viewport?: { readonly width: number; readonly height: number } | undefined;
  readonly colorScheme?: 'light' | 'dark' | undefined;
}

/** A story in a page of its own, and what has gone wrong in it so far. */
export interface StoryPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Opens a story by its id, for example `flow-portal--create-an-infrastructure-profile`. */
  openStory(id: string, options?: PageOptions): Promise<Page>;
  /** Console errors and warnings, uncaught errors, and requests that leave this machine. */
  readonly problems: readonly string[];
  /** Says that a problem that matches is what the test is about. */
  expectProblem(pattern: RegExp): void;
}

function watch(context: BrowserContext, page: Page): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      problems.push(`console.${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.stack ?? error.message}`));
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const isLocal = hostname === '127.0.0.1' || protocol === 'data:' || protocol === 'blob:';
    if (!isLocal) problems.push(`request to ${request.url()}`);
  });
  return problems;
}

/** Waits until the story, its play function included, has finished. */
async function waitForStory(page: Page, id: string): Promise<void> {
  await page.waitForFunction(
    (storyId) => {
      const { classList } = document.body;
      if (classList.contains('sb-show-errordisplay') || classList.contains('sb-show-nopreview')) {
        throw new Error(`The story ${storyId} failed to render or does not exist.`);
      }
      const preview = (
        globalThis as {
          __STORYBOOK_PREVIEW__?: { storyRenders?: { id: string; phase?: string }[] };
        }
      ).__STORYBOOK_PREVIEW__;
      const render = preview?.storyRenders?.find((one) => one.id === storyId);
      return render?.phase === 'completed' || render?.phase === 'finished';
    },
    id,
    { timeout: 60_000 },
  );
}

interface Fixtures {
  browser: Browser;
  story: StoryPage;
}

/**
 * `e2e('…', async ({ story }) => …)`: a test with a fresh browser context. The test fails on
 * anything in `problems`; a failed test leaves a screenshot and a trace in `test-results/e2e`.
 */
export const e2e = test.extend<Fixtures>({
  browser: [
    // eslint-disable-next-line no-empty-pattern -- Vitest reads a fixture's needs from the pattern.
    async ({}, use) => {
      const browser = await chromium.launch({
        executablePath: inject('chromiumPath'),
        args: chromiumArgs,
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  story: async ({ browser, task, onTestFinished }, use) => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'en-US',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
      colorScheme: 'light',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await context.tracing.start({ screenshots: true, snapshots: true });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const problems = watch(context, page);
    const expected: RegExp[] = [];

    // Runs after the fixture's own end, when it is known whether the test failed.
    onTestFinished(async ({ task: finished }) => {
      if (finished.result?.state === 'fail') {
        const folder = `test-results/e2e/${task.fullTestName.replace(/[^\w]+/g, '-')}`;
        mkdirSync(folder, { recursive: true });
        await page.screenshot({ path: `${folder}/page.png` });
        await context.tracing.stop({ path: `${folder}/trace.zip` });
      } else {
        await context.tracing.stop();
      }
      await context.close();
    });

    await use({
      page,
      context,
      problems,
      expectProblem: (pattern) => expected.push(pattern),
      openStory: async (id, options = {}) => {
        if (options.viewport) await page.setViewportSize(options.viewport);
        if (options.colorScheme) await page.emulateMedia({ colorScheme: options.colorScheme });
        await page.goto(`${inject('storybookUrl')}/iframe.html?id=${id}&viewMode=story`);
        await waitForStory(page, id);
        return page;
      },
    });

    const unexpected = problems.filter((problem) => !expected.some((one) => one.test(problem)));
    expect(unexpected, 'The page must cause no errors, warnings or foreign requests.').toEqual([]);
  },
});
