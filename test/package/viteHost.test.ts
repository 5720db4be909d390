import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runInHost } from './support/hosts';
import { buildViteApp, openSite } from './support/viteApp';

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

/** Opens the built app and waits for the wizard's first field. */
async function openApp(dist: string) {
  const opened = await openSite(dist);
  const { tab } = opened;
  await tab.locator('html[data-mounted]').waitFor({ state: 'attached' });
  await tab.getByRole('textbox', { name: 'Name', exact: true }).fill('edge-profile');
  await tab.waitForLoadState('networkidle');
  return opened;
}

describe.each(['react18', 'react19'] as const)('a Vite app under %s', (host) => {
  it('builds with the editor in a chunk of its own, which the first step does not load', async () => {
    const dist = await buildViteApp(host, { main: main('createRoot(root).render(element);') });

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
    const dist = await buildViteApp(host, {
      content: html,
      main: main('hydrateRoot(root, element);'),
    });
    const { tab, problems } = await openApp(dist);
    expect(problems).toEqual([]);
    expect(await tab.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe(
      'edge-profile',
    );
  });
});
