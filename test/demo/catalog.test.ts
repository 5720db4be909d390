import { demoCatalog } from 'cluster-profile-builder/demo';
import { describe, expect, it, vi } from 'vitest';
import { isMap, parseDocument, parse, visit } from 'yaml';
import type { CatalogPack, CatalogPackVersion } from '../../src/adapters/memory/Catalog';
import { checkLayerStack } from '../../src/model/dependencies';
import { CORE_LAYER_KINDS, type LayerKind } from '../../src/model/layers';
import type { PackContent } from '../../src/model/packs';
import { BUILT_IN_PROVIDERS, fitsCloudType } from '../../src/model/providers';

interface Entry {
  readonly pack: CatalogPack;
  readonly version: string;
  readonly content: PackContent;
  readonly label: string;
}

const read = ({ content }: CatalogPackVersion) =>
  typeof content === 'function' ? content() : content;
const { packs, registries } = demoCatalog;
const entries: readonly Entry[] = packs.flatMap((pack) =>
  pack.versions.map((version) => ({
    pack,
    version: version.version,
    content: read(version),
    label: `${pack.registryUid}/${pack.name} ${version.version}`,
  })),
);
const labels = (found: readonly Entry[]) => found.map(({ label }) => label);
const candidates = (layer: LayerKind, cloudType: string) =>
  packs.filter(
    (pack) =>
      pack.layer === layer &&
      pack.state === 'active' &&
      pack.tags.some((tag) => fitsCloudType(tag.cloudTypes ?? pack.cloudTypes, cloudType)),
  );
const named = (name: string) => packs.filter((pack) => pack.name === name);
const parts = (version: string) => (version.match(/\d+/g) ?? []).length;

/** What a path may lead to; keys may hold dots, so the longest key is tried first. */
function reach(value: unknown, segments: readonly string[]): readonly unknown[] {
  if (segments.length === 0) return [value];
  if (segments[0] === '$[]') {
    return Array.isArray(value) ? value.flatMap((item) => reach(item, segments.slice(1))) : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  for (let count = segments.length; count > 0; count--) {
    const key = segments.slice(0, count).join('.');
    if (Object.hasOwn(value, key)) {
      return reach((value as Record<string, unknown>)[key], segments.slice(count));
    }
  }
  return [];
}

describe('registries', () => {
  it('are one default, one community, one legacy and one private that cannot be searched', () => {
    expect(registries.map(({ kind }) => kind)).toEqual(['oci', 'oci', 'pack', 'helm']);
    expect(registries.filter(({ isDefault }) => isDefault)).toHaveLength(1);
    expect(new Set(registries.map(({ uid }) => uid)).size).toBe(4);
    const [hidden] = registries.filter(({ isSearchable }) => !isSearchable);
    expect(hidden).toMatchObject({ kind: 'helm', isPrivate: true });
    expect(packs.filter(({ registryUid }) => registryUid === hidden?.uid)).toEqual([]);
  });

  it('leave the legacy registry without network and storage packs', () => {
    const legacy = packs.filter(({ registryUid }) => registryUid === 'registry-public-repo');
    expect(new Set(legacy.map(({ layer }) => layer))).toEqual(new Set(['os', 'k8s']));
    expect(legacy.every(({ type }) => type === 'spectro')).toBe(true);
  });

  it('hold every pack', () => {
    const uids = registries.map(({ uid }) => uid);
    expect(packs.filter(({ registryUid }) => !uids.includes(registryUid))).toEqual([]);
  });
});

describe('packs', () => {
  it('are at least 45, each once per registry', () => {
    expect(packs.length).toBeGreaterThanOrEqual(45);
    expect(new Set(packs.map((pack) => `${pack.registryUid}/${pack.name}`)).size).toBe(
      packs.length,
    );
    const uids = packs.flatMap(({ versions }) => versions.map(({ packUid }) => packUid));
    expect(new Set(uids).size).toBe(uids.length);
  });

  it.each(
    BUILT_IN_PROVIDERS.flatMap(({ cloudType }) =>
      CORE_LAYER_KINDS.map((layer) => [cloudType, layer] as const),
    ),
  )('offer a choice for %s %s', (cloudType, layer) => {
    const found = candidates(layer, cloudType);
    const isManagedK8s = layer === 'k8s' && ['eks', 'aks', 'gke'].includes(cloudType);
    const isManagedOs = layer === 'os' && ['aks', 'gke'].includes(cloudType);
    expect(found.length).toBeGreaterThanOrEqual(isManagedK8s || isManagedOs ? 1 : 2);
    expect(found.some(({ registryUid }) => registryUid === 'registry-palette')).toBe(true);
  });

  it('leave some layers with exactly one candidate', () => {
    expect(candidates('os', 'gke').map(({ name }) => name)).toEqual(['cos-gke']);
  });

  it('name no cloud type that does not exist', () => {
    const known = new Set(BUILT_IN_PROVIDERS.map(({ cloudType }) => cloudType));
    const named = packs.flatMap((pack) => [
      ...pack.cloudTypes,
      ...pack.tags.flatMap(({ cloudTypes = [] }) => cloudTypes),
    ]);
    expect(named.filter((cloudType) => !known.has(cloudType))).toEqual([]);
  });

  it('are verified, in Tech Preview or deprecated', () => {
    expect(packs.some(({ isVerified }) => isVerified)).toBe(true);
    expect(packs.some(({ isTechPreview }) => isTechPreview)).toBe(true);
    expect(packs.filter(({ state }) => state === 'deprecated').length).toBeGreaterThanOrEqual(2);
  });

  it('share a name over registries, and a display name within one', () => {
    const shared = ['kubernetes', 'cni-calico', 'csi-longhorn'];
    expect(shared.map((name) => named(name).length)).toEqual([2, 2, 2]);
    const ciliums = packs.filter(({ displayName }) => displayName === 'Cilium');
    expect(ciliums.map(({ name }) => name)).toEqual(['cni-cilium-oss', 'cni-cilium']);
    expect(new Set(ciliums.map(({ registryUid }) => registryUid)).size).toBe(1);
  });

  it('have small original logos, some none', () => {
    const logos = packs.flatMap(({ logoUrl }) => (logoUrl === undefined ? [] : [logoUrl]));
    expect(logos.length).toBeLessThan(packs.length);
    expect(new Set(logos).size).toBeGreaterThanOrEqual(12);
    for (const url of logos) {
      expect(url).toMatch(/^data:image\/svg\+xml,/);
      expect(url.length).toBeLessThan(1000);
      const svg = decodeURIComponent(url.slice(url.indexOf(',') + 1));
      expect(svg).toMatch(/^<svg [^>]*>.*<\/svg>$/);
      expect(svg).not.toMatch(/script|href|on\w+=/);
    }
  });

  it('hint at images of one’s own wherever a provider takes them', () => {
    for (const { cloudType, isManaged } of BUILT_IN_PROVIDERS) {
      const own = candidates('os', cloudType).filter(({ name }) => /byoi/.test(name));
      expect(own.length, cloudType).toBe(isManaged ? 0 : 1);
      for (const { hint, displayName } of own) {
        expect(displayName).toBe('Bring Your Own OS (BYO-OS)');
        expect(hint?.text).toMatch(
          /bring your own operating system image.* into [a-zA-Z]+(\.[a-zA-Z]+)+ of the values/,
        );
        expect(hint?.link?.href).toMatch(/^https:\/\/docs\.spectrocloud\.com\//);
      }
    }
    expect(named('edge-native-byoi')).toHaveLength(1);
  });

  it('hint at the identity provider of Palette eXtended Kubernetes', () => {
    const pxk = packs.filter(({ displayName }) => displayName.startsWith('Palette eXtended'));
    expect(pxk.map(({ name }) => name)).toEqual(['kubernetes', 'kubernetes', 'edge-k8s']);
    for (const { hint } of pxk) {
      expect(hint?.text).toContain('OIDC identity provider');
      expect(hint?.link?.href).toMatch(/^https:\/\/docs\.spectrocloud\.com\//);
    }
  });
});

describe('FIPS', () => {
  it('is known in the default registry alone, of packs and of versions', () => {
    const knowing = registries.filter(({ knowsFips }) => knowsFips === true);
    expect(knowing.map(({ isDefault }) => isDefault)).toEqual([true]);
    const known = packs.filter(({ isFips }) => isFips !== undefined);
    expect(new Set(known.map(({ registryUid }) => registryUid))).toEqual(
      new Set([knowing[0]?.uid]),
    );
    expect(known.some(({ isFips }) => isFips)).toBe(true);
    expect(packs.some(({ tags }) => tags.some(({ isFips }) => isFips))).toBe(true);
  });
});

describe('versions', () => {
  const tags = packs.flatMap((pack) => pack.tags.map((tag) => ({ ...tag, pack })));

  it('are unique in a pack, and rows point at them', () => {
    for (const { name, tags: rows, versions } of packs) {
      expect(new Set(rows.map(({ tag }) => tag)).size, name).toBe(rows.length);
      const uids = new Map(versions.map(({ version, packUid }) => [version, packUid]));
      expect(uids.size, name).toBe(versions.length);
      for (const row of rows) expect(row.packUid, name).toBe(uids.get(row.version));
      for (const { version, packUid } of versions) {
        expect(rows, name).toContainEqual(expect.objectContaining({ tag: version, packUid }));
      }
    }
  });

  it('stand for the newest member of their group', () => {
    const rows = tags.filter(({ tag, version }) => tag !== version);
    expect(rows.length).toBeGreaterThan(40);
    for (const { tag, version, pack } of rows) {
      const members = pack.tags.filter(({ parentTags }) => parentTags.includes(tag));
      expect(members[0]?.version, `${pack.name} ${tag}`).toBe(version);
    }
    const [pxk] = named('kubernetes');
    expect(pxk?.tags).toContainEqual(expect.objectContaining({ tag: '1.33.x', version: '1.33.9' }));
  });

  it('come in the shapes of real ones', () => {
    const has = (name: string, tag: string) =>
      named(name).some((pack) => pack.tags.some((row) => row.tag === tag));
    expect(has('ubuntu-aws', '24.04')).toBe(true);
    expect(has('ubuntu-aws', 'LTS__22.4.x')).toBe(true);
    expect(has('kubernetes-eks', '1.33')).toBe(true);
    expect(has('cni-calico', '3.30.2-rev2')).toBe(true);
    expect(has('cni-antrea', 'v2.4.2')).toBe(true);
    const alone = tags.filter(({ tag, version, parentTags }) => tag === version && !parentTags[0]);
    expect(alone.length).toBeGreaterThan(0);
    expect(tags.some(({ state }) => state === 'deprecated')).toBe(true);
    const dates = tags.flatMap(({ endOfLife }) => endOfLife ?? []);
    expect(dates.length).toBeGreaterThan(3);
    for (const date of dates) expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('may fit fewer providers than their pack', () => {
    const narrower = tags.filter(({ cloudTypes }) => cloudTypes !== undefined);
    expect(narrower.map(({ pack }) => pack.name)).toContain('kubernetes');
  });
});

describe('values', () => {
  it('parse without a warning, with plain spaces and line ends', () => {
    for (const { content, label } of entries) {
      const document = parseDocument(content.values);
      expect([...document.errors, ...document.warnings], label).toEqual([]);
      expect(content.values, label).not.toMatch(/[\t\r]|[ ]+$|undefined|\[object/m);
    }
  });

  it('end with a line break, but for one pack', () => {
    const open = entries.filter(({ content }) => !content.values.endsWith('\n'));
    expect(new Set(open.map(({ pack }) => pack.name))).toEqual(new Set(['cni-custom']));
  });

  it('are 300 lines and more in at least 25 packs', () => {
    const long = entries.filter(({ content }) => content.values.split('\n').length > 300);
    expect(
      new Set(long.map(({ pack }) => `${pack.registryUid}/${pack.name}`)).size,
    ).toBeGreaterThanOrEqual(25);
  });

  it('are nothing but comments in one operating system', () => {
    const empty = entries.filter(({ content }) => parseDocument(content.values).contents === null);
    expect(labels(empty)).toEqual(['registry-palette/ubuntu-aws 24.04']);
  });

  it('differ between versions, in keys as well as in values', () => {
    const keysOf = (text: string) => {
      const keys: string[] = [];
      visit(parseDocument(text), { Pair: (_, { key }) => void keys.push(String(key)) });
      return keys;
    };
    let added = 0;
    let removed = 0;
    for (const { name, versions } of packs.filter((pack) => pack.versions.length > 1)) {
      const texts = versions.map((version) => read(version).values);
      expect(new Set(texts).size, name).toBeGreaterThan(1);
      const newest = new Set(keysOf(texts[0] ?? ''));
      const oldest = new Set(keysOf(texts.at(-1) ?? ''));
      if ([...newest].some((key) => !oldest.has(key))) added++;
      if ([...oldest].some((key) => !newest.has(key))) removed++;
    }
    expect(added).toBeGreaterThan(20);
    expect(removed).toBeGreaterThan(10);
  });

  it('show what real values show', () => {
    const all = entries.map(({ content }) => content.values).join('\n');
    for (const shape of [
      /^# spectrocloud\.com\/enabled-presets: /m,
      /spectrocloud\.com\/install-priority: "-10"/,
      /k8sHardening: True/,
      /kubernetes\.io\/os: linux/,
      /content: \|\n/,
      /^stages:\n/m,
      /&server\n/,
      /\*server\n/,
      /\[ALL\] \}/,
      /^ *# +\w+: /m,
      /#.*[…–’]/,
      /\{\{ ?\.spectro\.system\./,
    ]) {
      expect(all).toMatch(shape);
    }
  });
});

describe('presets', () => {
  const withPresets = entries.filter(({ content }) => content.presets.length > 0);

  it('come with at least eight packs', () => {
    const names = new Set(withPresets.map(({ pack }) => pack.name));
    expect(names.size).toBeGreaterThanOrEqual(8);
    for (const name of ['kubernetes', 'cni-calico', 'edge-native-byoi']) {
      expect(names).toContain(name);
    }
  });

  it('are well formed, with names that are unique in their pack', () => {
    for (const { content, label } of withPresets) {
      expect(new Set(content.presets.map(({ name }) => name)).size, label).toBe(
        content.presets.length,
      );
      for (const { name, group, remove, add } of content.presets) {
        expect(`${group}${name}`, label).not.toMatch(/[:,]/);
        for (const path of remove) expect(path, label).toMatch(/^[\w-]+(\.[\w-]+)*$/);
        const document = parseDocument(add);
        expect(document.errors, `${label} ${name}`).toEqual([]);
        expect(isMap(document.contents), `${label} ${name}`).toBe(true);
      }
    }
  });

  it('take out paths that they put back, and paths that are not there', () => {
    const facts = withPresets.flatMap(({ content }) =>
      content.presets.flatMap(({ remove, add }) =>
        remove.map((path) => ({
          isAdded: reach(parse(add), path.split('.')).length > 0,
          isThere: reach(parse(content.values), path.split('.')).length > 0,
        })),
      ),
    );
    expect(facts.some(({ isAdded, isThere }) => isAdded && isThere)).toBe(true);
    expect(facts.some(({ isThere }) => !isThere)).toBe(true);
  });

  it('stand alone in one group, and are on where the values say so', () => {
    const [calico] = withPresets.filter(({ pack }) => pack.name === 'cni-calico');
    const groups = calico?.content.presets.map(({ group }) => group) ?? [];
    expect(groups.filter((group) => group === 'API Server')).toHaveLength(1);
    for (const { content, label } of entries) {
      const marker = /^# spectrocloud\.com\/enabled-presets: (.+)/.exec(content.values)?.[1];
      for (const pair of marker?.split(',') ?? []) {
        const known = content.presets.map(({ group, name }) => `${group}:${name}`);
        expect(known, label).toContain(pair);
      }
    }
  });
});

describe('schemas', () => {
  const rules = entries.flatMap(({ content, label }) =>
    content.schema.map((field) => ({ ...field, label, values: content.values })),
  );
  const expression =
    /^\{\{ (required|readonly|format "(?:[^"\\]|\\.)+"|hints(?: "[^"]+")+)( \| (required|readonly|format "(?:[^"\\]|\\.)+"|hints(?: "[^"]+")+))* \}\}$/;

  it('come with at least ten packs, in the grammar', () => {
    const names = new Set(
      entries.filter(({ content }) => content.schema.length > 0).map(({ pack }) => pack.name),
    );
    expect(names.size).toBeGreaterThanOrEqual(10);
    for (const { schema, path, label } of rules) {
      expect(schema, label).toMatch(expression);
      expect(path, label).toMatch(/^[\w-]+(\.([\w-]+|\$\[\]))*$/);
    }
  });

  it('use every part of the grammar', () => {
    const all = rules.map(({ path, schema }) => `${path} ${schema}`).join('\n');
    for (const part of [
      'required',
      'readonly',
      '${password}',
      '${number:[1-65535]}',
      '${list:[',
      '${ipv4} - ${ipv4}',
      '${string}/${string}:${version}',
      '${string:/^',
      '${boolean}',
      'hints "',
      '.$[]',
    ]) {
      expect(all).toContain(part);
    }
  });

  it('speak of values that are there where they are required', () => {
    for (const { path, schema, values, label } of rules) {
      if (!schema.includes('required')) continue;
      expect(reach(parse(values), path.split('.')), `${label} ${path}`).not.toEqual([]);
    }
  });
});

describe('dependencies and texts', () => {
  it('require, allow and forbid packs, with bounds of one and two parts', () => {
    const rules = entries.flatMap(({ content }) => content.dependencies);
    expect(new Set(rules.map(({ type }) => type))).toEqual(
      new Set(['required', 'optional', 'notSupported']),
    );
    const bounds = rules.flatMap((rule) => [rule.minVersion ?? '', rule.maxVersion ?? '']);
    expect(bounds.map(parts)).toEqual(expect.arrayContaining([0, 1, 2]));
    const names = new Set(packs.map(({ name }) => name));
    expect(rules.filter(({ packName }) => !names.has(packName))).toEqual([]);
  });

  it('hold against each other in no profile that the demo starts with, and do in one that it can', () => {
    const choose = (name: string, version: string) => {
      const entry = entries.find((one) => one.pack.name === name && one.version === version);
      if (entry === undefined) throw new Error(`${name} ${version} is not there.`);
      return entry;
    };
    const faults = (...chosen: readonly Entry[]) => {
      const layers = chosen.map(({ pack, version, content }) => ({
        id: pack.layer,
        kind: pack.layer,
        registryUid: pack.registryUid,
        manifests: [],
        pack: {
          ...pack,
          isTyped: false,
          version: {
            tag: version,
            version,
            packUid: content.packUid,
            cloudTypes: pack.cloudTypes,
          },
        },
      }));
      const contents = new Map(chosen.map(({ pack, content }) => [pack.layer, content]));
      return checkLayerStack({ layers }, contents).map(({ code }) => code);
    };
    const kubernetes = choose('kubernetes', '1.33.9');
    const calico = choose('cni-calico', '3.31.0');
    expect(faults(choose('ubuntu-aws', '22.04'), kubernetes, calico)).toEqual([]);
    expect(faults(choose('kubernetes', '1.31.14'), calico)).toEqual(['dependency-version']);
    expect(faults(choose('kubernetes-eks', '1.34'), choose('cni-cilium-oss', '1.18.3'))).toEqual(
      [],
    );
  });

  it('come with what packs need of the machines, with parts that are in the values', () => {
    const needs = entries.flatMap(({ content, label }) =>
      (content.resources ?? []).map((resource) => ({ ...resource, label, values: content.values })),
    );
    expect(new Set(needs.map(({ type }) => type))).toEqual(new Set(['cpu', 'memory', 'diskSize']));
    const paths = needs.flatMap(({ components = [], label, values }) =>
      components.flatMap(({ requestPath, replicasPath }) =>
        [requestPath, replicasPath]
          .filter((path) => path !== undefined)
          .map((path) => ({ path, label, values })),
      ),
    );
    expect(paths.length).toBeGreaterThan(0);
    for (const { path, label, values } of paths) {
      expect(reach(parse(values), path.split('.')), `${label} ${path}`).toHaveLength(1);
    }
  });

  it('are explained by READMEs of 20 to 60 lines in most packs', () => {
    const withReadme = packs.filter((pack) =>
      pack.versions.some((version) => read(version).readme !== undefined),
    );
    expect(withReadme.length).toBeGreaterThan(packs.length / 2);
    expect(withReadme.length).toBeLessThan(packs.length);
    const texts = entries.flatMap(({ content }) => content.readme ?? []);
    for (const text of texts) {
      const lines = text.split('\n').length;
      expect(lines, text).toBeGreaterThanOrEqual(20);
      expect(lines, text).toBeLessThanOrEqual(60);
      expect(text).toMatch(/^# .+\n/);
      expect(text).toMatch(/\n\| --- \| --- \| --- \|\n/);
      expect(text).toMatch(/\n```yaml\n/);
      expect(text).toMatch(/\]\(https:\/\//);
    }
    expect(texts.some((text) => text.includes('> [!WARNING]'))).toBe(true);
  });
});

it('is the same however often it is made', async () => {
  vi.resetModules();
  const again = (await import('cluster-profile-builder/demo')).demoCatalog;
  expect(again).not.toBe(demoCatalog);
  const whole = (catalog: typeof demoCatalog) =>
    JSON.stringify(catalog.packs.map((pack) => ({ ...pack, contents: pack.versions.map(read) })));
  expect(whole(again)).toBe(whole(demoCatalog));
});
