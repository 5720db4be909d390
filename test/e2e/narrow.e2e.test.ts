import type { Page } from 'playwright';
import { expect } from 'vitest';
import { END_TO_END_STORY, readProfiles } from './support/flow';
import { e2e } from './support/page';

const NAME = `narrow-${'averylongname'.repeat(4)}`;

/** Nothing is said of a namespace, so the review has a problem to show. */
const MANIFEST = '{apiVersion: v1, kind: Secret, metadata: {name: token}}';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

/** What is wider than the page, or scrolls sideways; the text editor alone may. */
function widerThanThePage(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const describe = (element: Element) => `${element.tagName} .${element.getAttribute('class')}`;
    const found: string[] = [];
    const root = document.scrollingElement!;
    if (root.scrollWidth > root.clientWidth) {
      found.push(`the page: ${root.scrollWidth} > ${root.clientWidth}`);
    }
    for (const element of document.querySelectorAll('#storybook-root *')) {
      if (element.closest('.cm-editor, svg, option, optgroup') !== null) continue;
      const style = getComputedStyle(element);
      const scrolls = style.overflowX === 'auto' || style.overflowX === 'scroll';
      if (scrolls && element.scrollWidth > element.clientWidth) {
        found.push(`${describe(element)} scrolls: ${element.scrollWidth} > ${element.clientWidth}`);
      }
      const box = element.getBoundingClientRect();
      const isHidden = box.width <= 1 || element.closest('.cpb-visually-hidden') !== null;
      if (!isHidden && (box.right > root.clientWidth + 1 || box.left < -1)) {
        found.push(`${describe(element)} reaches from ${box.left} to ${box.right}`);
      }
    }
    return found;
  });
}

/** Controls that cannot be hit once they are scrolled to, because something lies above them. */
function coveredTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const controls = document.querySelectorAll<HTMLElement>(
      '#storybook-root :is(button, a[href], input, select, textarea, [role=option], [role=tab])',
    );
    for (const control of controls) {
      const target = control.closest('label') ?? control;
      if (!target.checkVisibility({ visibilityProperty: true })) continue;
      if (target.closest('.cpb-visually-hidden, .cm-editor') !== null) continue;
      target.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
      const box = target.getBoundingClientRect();
      if (box.width <= 1) continue;
      const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      if (hit === null || (!target.contains(hit) && !hit.contains(target))) {
        const name = target.getAttribute('aria-label') ?? target.textContent;
        found.push(`“${name.trim()}” lies under .${hit?.getAttribute('class') ?? 'nothing'}`);
      }
    }
    return found;
  });
}

/** How far the caret of the editor is above the footer, in pixels. */
function caretAboveFooter(page: Page): Promise<number> {
  return page.evaluate(() => {
    const caret = document.querySelector('.cm-focused .cm-cursor-primary')!;
    const footer = document.querySelector('.cpb-WizardFooter')!;
    return footer.getBoundingClientRect().top - caret.getBoundingClientRect().bottom;
  });
}

e2e('goes from the first to the last step at 400 pixels', async ({ story }) => {
  const page = await story.openStory(END_TO_END_STORY, { viewport: { width: 400, height: 800 } });
  const check = async (step: string) => {
    expect(await widerThanThePage(page), `${step}: nothing scrolls sideways.`).toEqual([]);
    expect(await coveredTargets(page), `${step}: nothing is covered.`).toEqual([]);
  };

  await page.getByText('No cluster profiles yet').waitFor();
  await check('list');
  await button(page, 'Add Cluster Profile').click();
  await page.getByLabel('Name', { exact: true }).fill(NAME);
  await page
    .getByLabel('Description', { exact: true })
    .fill('averylongwordthatdoesnotbreakanywherebecauseithasnospaces'.repeat(3));
  const tags = page.getByLabel('Tags', { exact: true });
  await tags.fill(`key:${'averylongvaluewithoutanyspaces'.repeat(2)}`);
  await tags.press('Enter');
  await page.getByText('Name and version are free.').waitFor();
  await check('basic information');
  await button(page, 'Next').click();

  await heading(page, 'Cloud type').waitFor();
  await check('cloud type');
  await page.getByRole('radio', { name: 'VMware vSphere' }).click();
  await button(page, 'Next').click();

  const packs = page.getByRole('listbox', { name: 'Packs' });
  const layerTitles = [
    '1/4 Select your base OS pack',
    '2/4 Select your Kubernetes pack',
    '3/4 Select your network pack',
    '4/4 Select your storage pack',
  ];
  for (const [index, title] of layerTitles.entries()) {
    await heading(page, title).waitFor();
    await packs.waitFor();
    await check(`${title}: list`);
    await packs.locator('[role=option]:not([aria-disabled=true])').first().click();
    await page.getByLabel('Pack Version', { exact: true }).waitFor();
    await check(`${title}: chosen`);
    // One column at a time: the text is behind its button.
    await button(page, 'Text').click();
    await page.getByRole('textbox', { name: /^Values of/ }).waitFor();
    await check(`${title}: values`);
    if (index === 0) {
      // A value that the pack requires, in its form.
      await button(page, 'Fields').click();
      await page.getByLabel('osImageOverride', { exact: true }).waitFor();
      await check(`${title}: fields`);
      await page.getByLabel('osImageOverride', { exact: true }).fill('ubuntu-24.04');
      await button(page, 'Fields').click();
    }
    if (index === 1) {
      await page.getByRole('textbox', { name: /^Values of/ }).click();
      await page.keyboard.press('ControlOrMeta+Home');
      await page.keyboard.type('# narrow');
      await page.keyboard.press('Enter');
      await page.keyboard.press('ControlOrMeta+End');
      await expect
        .poll(() => caretAboveFooter(page), { message: 'The line that is typed in is in view.' })
        .toBeGreaterThanOrEqual(0);
      await page.getByRole('tab', { name: 'README' }).click();
      await page.getByRole('tabpanel', { name: 'README' }).waitFor();
      await check(`${title}: README`);
      await page.getByRole('tab', { name: 'Manifests' }).click();
      await button(page, 'New manifest').click();
      await page.getByRole('textbox', { name: 'Name of manifest' }).fill('a-name-'.repeat(9));
      await page.keyboard.press('Enter');
      await page.getByRole('textbox', { name: /^Manifest a-name/ }).click();
      await page.keyboard.type(MANIFEST);
      await check(`${title}: manifests`);
    }
    await button(page, index < 3 ? 'Next layer' : 'Confirm').click();
  }

  await heading(page, 'Profile stack').waitFor();
  await check('profile stack');
  await button(page, 'Next').click();
  await heading(page, 'Review').waitFor();
  await heading(page, 'Open problems').waitFor();
  await check('review');
  await button(page, 'Finish Configuration').click();
  await heading(page, 'Profile created').waitFor();
  await check('created');
  await button(page, 'Open profile').click();
  await heading(page, 'Layers').waitFor();
  await check('details');
  await page.getByRole('button', { name: /Layer 2 of 4/ }).click();
  await page.getByLabel('Pack Version', { exact: true }).waitFor();
  await check('opened layer');
  await button(page, 'Back to profiles').click();
  await page.getByRole('button', { name: `Open ${NAME} 1.0.0` }).waitFor();
  await check('list of profiles');

  const [profile] = await readProfiles(page);
  expect(profile).toMatchObject({ name: NAME, cloudType: 'vsphere' });
  expect(profile!.layers[1]!.values).toMatch(/^# narrow\n/);
  expect(profile!.layers[1]!.manifests).toMatchObject([{ content: MANIFEST }]);
});
