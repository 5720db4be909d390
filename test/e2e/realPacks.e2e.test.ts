import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { Catalog } from '../../src/adapters/memory/Catalog';
import type { LayerKind } from '../../src/model/layers';
import { loadPackFolder, sharedPacksFolder } from '../support/packFolder';
import { END_TO_END_STORY, readProfiles } from './support/flow';
import { e2e, type StoryPage } from './support/page';

const folder = sharedPacksFolder();
const test = folder === null ? e2e.skip : e2e;
const because = folder === null ? ' (skipped: ../shared/packs is absent)' : '';
const PACK_COUNT = 165;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: RegExp | string) =>
  page.getByRole('heading', { name, exact: true });

/**
 * All packs of the folder, in a form that can be sent into a page. There are none for the lower two
 * layers, so add-on packs stand in for them.
 */
function realCatalog(path: string): Catalog {
  const catalog = loadPackFolder(path, {
    assignLayers: ({ layer, name }) => (layer === 'addon' ? [name < 'm' ? 'k8s' : 'os'] : []),
  });
  return {
    ...catalog,
    packs: catalog.packs.map((pack) => ({
      ...pack,
      versions: pack.versions.map((version) => ({
        ...version,
        content: typeof version.content === 'function' ? version.content() : version.content,
      })),
    })),
  };
}

function valuesOf(packUid: string | null): string {
  return readFileSync(join(folder ?? '', packUid ?? '', 'values.yaml')).toString('utf8');
}

async function choosePack(page: Page, name: string, displayName: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Pack Name' }).fill(name);
  await page
    .getByRole('listbox', { name: 'Packs' })
    .getByRole('option')
    .filter({ has: page.getByText(name, { exact: true }) })
    .click();
  await button(page, `Change pack ${displayName}`).waitFor();
  await page.getByRole('textbox', { name: /^Values of/ }).waitFor();
}

/** Each provider that real network and storage packs are for, and some of them. */
const choices = [
  { provider: 'VMware vSphere', cloudType: 'vsphere', cni: 'antrea', csi: 'csi-trident' },
  {
    provider: 'Edge Native',
    cloudType: 'edge-native',
    cni: 'cni-nvidia-ovn-kubernetes',
    csi: 'piraeus-operator',
  },
  {
    provider: 'MAAS',
    cloudType: 'maas',
    cni: 'cni-nvidia-ovn-kubernetes',
    csi: 'csi-dell-csm-operator',
  },
];

async function goThrough(story: StoryPage, choice: (typeof choices)[number]): Promise<void> {
  const catalog = realCatalog(folder ?? '');
  const uids = new Set(catalog.packs.flatMap((pack) => pack.versions.map((one) => one.packUid)));
  expect(uids.size).toBe(PACK_COUNT);
  const firstOf = (layer: LayerKind, name?: string) => {
    const found = catalog.packs.find(
      (pack) =>
        pack.layer === layer &&
        pack.state === 'active' &&
        (name === undefined || pack.name === name) &&
        pack.cloudTypes.some((cloud) => cloud === 'all' || cloud === choice.cloudType),
    );
    if (found === undefined) throw new Error(`There is no ${layer} pack for ${choice.provider}.`);
    return found;
  };
  await story.page.addInitScript(
    (given) => {
      (globalThis as { cpbCatalog?: unknown }).cpbCatalog = given;
    },
    catalog as unknown as Record<string, unknown>,
  );
  const page = await story.openStory(END_TO_END_STORY);

  await button(page, 'Add Cluster Profile').click();
  await page.getByLabel('Name', { exact: true }).fill('real packs');
  await button(page, 'Next').click();
  await page.getByRole('radio', { name: choice.provider }).click();
  await button(page, 'Next').click();
  const packs = [
    firstOf('os'),
    firstOf('k8s'),
    firstOf('cni', choice.cni),
    firstOf('csi', choice.csi),
  ];
  for (const [index, pack] of packs.entries()) {
    await heading(page, new RegExp(`^${index + 1}/4 `)).waitFor();
    // A single candidate is chosen already.
    const list = page.getByRole('listbox', { name: 'Packs' });
    const card = button(page, `Change pack ${pack.displayName}`);
    await list.or(card).waitFor();
    if ((await card.count()) === 0) await choosePack(page, pack.name, pack.displayName);
    await page.getByRole('textbox', { name: /^Values of/ }).waitFor();
    await button(page, index < 3 ? 'Next layer' : 'Confirm').click();
  }
  await heading(page, 'Profile stack').waitFor();
  await button(page, 'Next').click();
  await button(page, 'Finish Configuration').click();
  await heading(page, 'Profile created').waitFor();
  await button(page, 'Open profile').click();
  await heading(page, 'Layers').waitFor();
  await page.getByRole('button', { name: /Layer 4 of 4/ }).click();
  await page.getByRole('textbox', { name: 'Values of Storage' }).waitFor();

  const [profile] = await readProfiles(page);
  expect(profile?.cloudType).toBe(choice.cloudType);
  expect(profile?.layers.map((layer) => layer.packName)).toEqual(packs.map((pack) => pack.name));
  for (const layer of profile?.layers ?? []) expect(layer.values).toBe(valuesOf(layer.packUid));
}

for (const choice of choices) {
  test(`creates a profile of the real packs ${choice.cni} and ${choice.csi} for ${choice.provider}${because}`, async ({
    story,
  }) => {
    await goThrough(story, choice);
  });
}
