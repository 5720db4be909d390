import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Catalog } from '../../src/adapters/memory/Catalog';
import { createMemoryAdapter } from '../../src/adapters/memory/createMemoryAdapter';
import { ProfileError } from '../../src/model/ProfileError';
import { openFlowPage, setUpFlowPages, type FlowPage } from '../support/flowPage';
import { publicRegistry, smallCatalog, smallPack } from '../support/smallCatalog';

setUpFlowPages();

const page = window as { pwned?: unknown };
beforeEach(() => {
  delete page.pwned;
});
afterEach(() => {
  expect(page.pwned, 'Nothing of the input ran.').toBeUndefined();
});

/** Markup that runs script in a page that takes it for markup, with a mark of its own. */
const hostile = (mark: string) =>
  `${mark}<img src=x onerror="window.pwned='${mark}'"></script><script>window.pwned='${mark}'</script>`;

const URLS = {
  'javascript:': "javascript:window.pwned='url'",
  'javascript: in another spelling': "  JaVa\tScRiPt:window.pwned='url'",
  'data:text/html': "data:text/html,<script>parent.pwned='url';window.pwned='url'</script>",
  'an SVG with script':
    'data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22%20onload=%22parent.pwned=1%22%3E%3Cscript%3Eparent.pwned=1%3C/script%3E%3C/svg%3E',
  vbscript: 'vbscript:pwned',
};

const README = `# ${hostile('readme')}

[click](javascript:window.pwned='readme') <a href="javascript:window.pwned='readme'">link</a>
![logo](javascript:window.pwned='readme) <svg onload="window.pwned='readme'"></svg>
<iframe srcdoc="<script>parent.pwned='readme'</script>"></iframe>
<details open ontoggle="window.pwned='readme'"><summary>more</summary></details>
<form action="javascript:window.pwned='readme'"><button>send</button></form>
`;

/** Nothing in the page came from the input but text. */
function expectNoMarkup({ root }: FlowPage): void {
  expect(root.querySelectorAll('script, iframe, object, embed, form[action]')).toHaveLength(0);
  for (const element of root.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      expect(name, element.tagName).not.toMatch(/^on/i);
      if (/^(?:href|src|srcset|xlink:href|action|formaction)$/i.test(name)) {
        expect(value.replace(/[\s\p{Cc}]/gu, '')).not.toMatch(
          /^(?:javascript|vbscript|data:text)/i,
        );
        expect(value).not.toBe('x');
      }
    }
  }
}

/** A map, as values have to be. */
const HOSTILE_VALUES = `text: |\n  ${hostile('values')}\n`;

function hostileCatalog(url: string): Catalog {
  const base = smallCatalog();
  const packs = base.packs.filter(({ layer }) => layer !== 'os');
  const os = smallPack({
    name: hostile('pack'),
    displayName: hostile('display'),
    layer: 'os',
    logoUrl: url,
    tags: [{ tag: hostile('version') }],
    content: { values: HOSTILE_VALUES, readme: README },
  });
  return {
    registries: [
      {
        ...publicRegistry,
        name: hostile('registry'),
        sync: { status: 'failed', message: hostile('sync') },
      },
    ],
    packs: [
      { ...os, hint: { text: hostile('hint'), link: { label: hostile('link'), href: url } } },
      smallPack({ name: 'os-other', layer: 'os' }),
      ...packs,
    ],
    providers: [
      {
        cloudType: 'hostile',
        displayName: hostile('provider'),
        group: 'infrastructure',
        isManaged: false,
        isCustom: true,
        layers: ['os', 'k8s', 'cni', 'csi'],
      },
    ],
  };
}

it.each(Object.entries(URLS))('takes everything for text and runs nothing (%s)', async (_, url) => {
  const flow = openFlowPage({ catalog: hostileCatalog(url) });
  const { driver, see, seeTextbox } = flow;
  const seeText = async (mark: string) => {
    await see(hostile(mark));
    expectNoMarkup(flow);
  };
  await driver.press('Add Cluster Profile');
  await driver.fill('Name', hostile('name'));
  await driver.fill('Description', hostile('description'));
  await driver.fill('Tags', hostile('tag'));
  await driver.press('Next');
  await driver.heading('Cloud type');
  await seeText('provider');
  flow.root.querySelector<HTMLElement>('input[type=radio][value=hostile]')?.click();
  await driver.press('Next');
  await driver.heading('1/4 Select your base OS pack');
  await seeText('registry');
  await seeText('sync');
  await seeText('pack');
  await driver.choose('Packs', hostile('display'));
  await seeText('display');
  await seeText('hint');
  await seeText('link');
  await seeTextbox('Values of Operating System');
  await seeText('version');
  await seeText('values');
  await driver.choose('Text of Operating System', 'README');
  await vi.waitFor(() => {
    const panel = flow.root.querySelector('[role="tabpanel"] h4');
    expect(panel?.textContent).toContain('readme');
  });
  expectNoMarkup(flow);
  await driver.choose('Text of Operating System', 'Manifests');
  await driver.press('New manifest');
  await driver.fill('Name of manifest', hostile('manifest'));
  await driver.press('Next layer');
  await driver.heading('2/4 Select your Kubernetes pack');
  for (const [kind, name] of [
    ['k8s', 'Kubernetes'],
    ['cni', 'Network'],
    ['csi', 'Storage'],
  ] as const) {
    await driver.choose('Packs', `ALPHA for ${kind}`);
    await seeTextbox(`Values of ${name}`);
    await driver.press(kind === 'csi' ? 'Confirm' : 'Next layer');
  }
  await driver.heading('Profile stack');
  await seeText('display');
  await driver.press('Next');
  await driver.heading('Review');
  for (const mark of [
    ...['name', 'description', 'tag', 'provider'],
    ...['registry', 'display', 'manifest'],
  ]) {
    await seeText(mark);
  }
  await driver.finish();
  await seeText('name');
  await driver.press('Open profile');
  await see('Open a layer to review or change it.');
  for (const mark of ['name', 'description', 'provider', 'display']) await seeText(mark);
  await driver.press('Back to profiles');
  for (const mark of ['name', 'description', 'provider', 'display']) await seeText(mark);

  const [profile] = await flow.profiles();
  expect(profile).toMatchObject({ name: hostile('name'), description: hostile('description') });
  expect(profile?.layers[0]?.values).toBe(HOSTILE_VALUES);
  expect(profile?.layers[0]?.manifests).toMatchObject([{ name: hostile('manifest') }]);
});

it('takes what the server says for text', async () => {
  const catalog = smallCatalog();
  const memory = {
    ...createMemoryAdapter(catalog),
    listProfiles: () =>
      Promise.reject(new ProfileError('invalid', 'Refused.', { serverMessage: hostile('server') })),
  };
  const flow = openFlowPage({ catalog, memory });
  await flow.see('The profiles could not be loaded.');
  await flow.see(hostile('server'));
  expectNoMarkup(flow);
});
