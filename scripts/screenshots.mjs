/**
 * `npm run screenshots`: makes the pictures of the README again, from the stories.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { chromiumArgs, ensureChromium } from './chromium.mjs';
import { ensureStorybook, projectRoot } from './outputs.mjs';
import { serveStatic } from './serveStatic.mjs';

/** Picture in docs/images → story. */
const pictures = {
  'basic-information': 'flow-steps--basic-information',
  'cloud-type': 'flow-steps--cloud-type',
  layer: 'flow-steps--layer',
  'profile-stack': 'flow-steps--profile-stack',
  review: 'flow-steps--review',
};

ensureStorybook();
const images = join(projectRoot, 'docs/images');
mkdirSync(images, { recursive: true });

const server = await serveStatic(join(projectRoot, 'storybook-static'));
const browser = await chromium.launch({
  executablePath: await ensureChromium(),
  args: chromiumArgs,
});
try {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-US',
  });
  for (const [name, story] of Object.entries(pictures)) {
    const page = await context.newPage();
    await page.goto(`${server.url}/iframe.html?id=${story}&viewMode=story`);
    // Storybook says on the body when a story, its play function included, has finished or failed.
    await page.waitForFunction(
      `(() => {
        const body = document.body.classList;
        if (body.contains('sb-show-errordisplay') || body.contains('sb-show-nopreview')) {
          throw new Error('The story ${story} failed or does not exist.');
        }
        const render = globalThis.__STORYBOOK_PREVIEW__?.storyRenders?.find(({ id }) => id === '${story}');
        return ['completed', 'finished'].includes(render?.phase);
      })()`,
      undefined,
      { timeout: 60_000 },
    );
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    const path = join(images, `${name}.png`);
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
    console.log(`docs/images/${name}.png from ${story}`);
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
