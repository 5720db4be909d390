import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { createMemoryAdapter } from '../../src/adapters';
import type { CatalogPackVersion } from '../../src/adapters/memory/Catalog';
import { maskSecrets } from '../../src/model/maskSecrets';
import { passwordPaths } from '../../src/model/secrets';
import { setField } from '../../src/values/setField';
import { resolveDottedPath } from '../../src/values/text/findPath';
import { testProfileAdapter } from '../../src/testing';
import { loadPackFolder, sharedPacksFolder } from './packFolder';

const folder = sharedPacksFolder();
const live = () => ({ signal: new AbortController().signal });

function contentOf({ content }: CatalogPackVersion) {
  return typeof content === 'function' ? content() : content;
}

/** The value at a dotted path whose keys may contain dots themselves. */
function valueAt(node: unknown, path: string): unknown {
  if (path === '') return node;
  if (typeof node !== 'object' || node === null) return undefined;
  for (const [key, value] of Object.entries(node)) {
    if (path === key) return value;
    if (path.startsWith(`${key}.`)) {
      const found = valueAt(value, path.slice(key.length + 1));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

const title =
  folder === null
    ? 'loadPackFolder (skipped: the folder ../shared/packs with real packs is absent)'
    : 'loadPackFolder';

describe.skipIf(folder === null)(title, () => {
  const root = folder ?? '';
  const catalog = () => loadPackFolder(root);

  it('loads all 165 packs under their names, byte for byte', () => {
    const { packs, registries } = catalog();
    expect(registries).toHaveLength(1);
    const versions = packs.flatMap((pack) => pack.versions);
    expect(versions).toHaveLength(165);
    expect(new Set(versions.map(({ packUid }) => packUid))).toEqual(new Set(readdirSync(root)));
    expect(new Set(packs.map(({ name }) => name)).size).toBe(packs.length);
    for (const version of versions) {
      const bytes = readFileSync(join(root, version.packUid, 'values.yaml'));
      expect(Buffer.from(contentOf(version).values, 'utf8').equals(bytes)).toBe(true);
    }
  });

  it('reads presets, rules, dependencies and READMEs', () => {
    const contents = catalog().packs.flatMap((pack) => pack.versions.map(contentOf));
    const withSome = (part: 'presets' | 'schema' | 'dependencies') =>
      contents.filter((content) => content[part].length > 0).length;
    // Of 28 preset files one is empty; of 31 rule files one is empty and one only comments.
    expect(withSome('presets')).toBe(27);
    expect(withSome('schema')).toBe(29);
    expect(withSome('dependencies')).toBeGreaterThan(30);
    expect(contents.filter(({ readme }) => readme !== undefined)).toHaveLength(134);
  });

  it('keeps layers, states and the cloud types of each version', () => {
    const { packs } = catalog();
    const count = (layer: string) =>
      packs.filter((pack) => pack.layer === layer).flatMap((pack) => pack.versions).length;
    expect([count('addon'), count('csi'), count('cni'), count('os')]).toEqual([142, 21, 2, 0]);
    const tags = packs.flatMap((pack) => pack.tags);
    expect(tags.filter(({ state }) => state === 'deprecated')).toHaveLength(3);
    expect(tags.filter(({ state }) => state === 'deleted')).toHaveLength(2);
    const trident = packs.find(({ name }) => name === 'csi-trident');
    expect(trident?.latestVersion).toBe('26.02.1');
    expect(trident?.tags.map(({ version, cloudTypes }) => [version, cloudTypes?.[0]])).toEqual([
      ['26.02.1', 'all'],
      ['25.10.0', 'all'],
      ['25.06.0', 'vsphere'],
      ['24.10.0', 'vsphere'],
      ['23.07.1', 'vsphere'],
      ['23.01.0', 'vsphere'],
    ]);
  });

  it('lists packs for further layers and all providers when asked to', async () => {
    const adapter = createMemoryAdapter(
      loadPackFolder(root, {
        cloudTypes: 'all',
        assignLayers: ({ layer }) => (layer === 'addon' ? ['os', 'k8s'] : []),
      }),
      { pageSize: 1000 },
    );
    const [registry] = await adapter.listRegistries(live());
    const names = async (layer: 'os' | 'k8s' | 'cni' | 'csi' | 'addon') => {
      const query = { layer, cloudType: 'gke', text: '', cursor: null };
      const page = await adapter.listPacks({ registryUid: registry?.uid ?? '', ...query }, live());
      return page.items.map(({ name }) => name);
    };
    expect((await names('os')).length).toBeGreaterThan(60);
    expect(await names('k8s')).toEqual(await names('addon'));
    expect((await names('cni')).length).toBeGreaterThan(0);
    expect((await names('csi')).length).toBeGreaterThan(5);
  });

  it('masks exactly the secrets that are entered into the real values in what is stored', () => {
    let masked = 0;
    for (const version of catalog().packs.flatMap((pack) => pack.versions)) {
      const { values: defaults, schema } = contentOf(version);
      const paths = passwordPaths(schema);
      const values = paths
        .flatMap((path) => resolveDottedPath(parseDocument(defaults).contents, path))
        .reduce((text, path) => setField({ text, path, value: 'hunter2' }).text, defaults);
      const before: unknown = parse(values);
      const text = maskSecrets(values, paths);
      const after: unknown = parse(text);
      for (const path of paths) {
        const secret = valueAt(before, path);
        if (secret === undefined || secret === null) continue;
        masked += 1;
        expect([version.packUid, path, valueAt(after, path)]).toEqual([
          version.packUid,
          path,
          '********',
        ]);
      }
      expect(text).not.toContain('hunter2');
      // Lines without the mask are lines of the file.
      const lines = new Set(values.split('\n'));
      const strange = text
        .split('\n')
        .filter((line) => !line.includes('********') && !lines.has(line));
      expect(strange).toEqual([]);
    }
    expect(masked).toBeGreaterThan(15);
  });

  describe('as the catalogue of a memory adapter', () => {
    testProfileAdapter({
      test: it,
      createAdapter: () => createMemoryAdapter(catalog(), { pageSize: 7 }),
      sample: { cloudType: 'vsphere' },
    });
  });
});
