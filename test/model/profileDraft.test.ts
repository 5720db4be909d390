import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layerValues, manifestText } from '../../src/model/layerStack';
import { CORE_LAYER_KINDS } from '../../src/model/layers';
import {
  buildProfileLayer,
  buildProfileLayers,
  createStackFromDraft,
  draftFromProfile,
  draftLayers,
  type DraftLayer,
} from '../../src/model/profileDraft';
import { parseTag } from '../../src/model/tags';
import { reduceLayerStack } from '../../src/model/reduceLayerStack';
import {
  aDraftLayer,
  aPack,
  aProfile,
  aProfileLayer,
  aVersion,
  emptyStack,
  fullStack,
  providerNamed,
  reduceAll,
  SMALL_CLOUD,
} from '../support/fixtures';
import { anyCommands } from '../support/stackEvents';

const AWS = providerNamed('aws');
const TEXTS = ['', 'a: 1', 'a: 1\n', 'a: 1\r\nb: 2\r\n', '# ü 🚀\n\n\n', '\uFEFFa: 1'];

describe('a draft', () => {
  it('becomes a stack with the texts it holds, and defaults fill the rest', () => {
    const stack = createStackFromDraft(AWS, [
      aDraftLayer('os', { values: 'mine', manifests: [{ name: 'm', content: 'c' }] }),
      aDraftLayer('k8s', { values: undefined }),
    ]);
    const [os, k8s, cni] = stack.layers;
    expect(os && layerValues(stack, os)).toEqual({ text: 'mine', base: null, revision: 0 });
    expect(manifestText(stack, os?.manifests[0]?.id ?? '')).toBe('c');
    expect(k8s && layerValues(stack, k8s)).toBeNull();
    expect(cni?.pack).toBeNull();
    expect([stack.past, stack.future, stack.notice]).toEqual([[], [], null]);
  });

  it('survives defaults that arrive later', () => {
    const stack = createStackFromDraft(AWS, [aDraftLayer('os', { values: 'mine\r\n' })]);
    const loaded = reduceLayerStack(stack, {
      type: 'valuesLoaded',
      textId: 'values/os/public/os-pack-1.0.0',
      base: 'defaults',
    });
    expect(draftLayers(loaded)[0]?.values).toBe('mine\r\n');
  });

  it('keeps layers that the provider does not know, and several of one kind', () => {
    const layers = [
      aDraftLayer('os', { values: 'first' }),
      aDraftLayer('os', { values: 'second' }),
      aDraftLayer('addon', { values: 'one' }),
      aDraftLayer('csi', { values: 'unknown here' }),
      aDraftLayer('csi', { values: 'unknown here, too' }),
      aDraftLayer('addon', { values: 'two' }),
    ];
    const stack = createStackFromDraft(SMALL_CLOUD, layers);
    expect(stack.layers.map(({ id }) => id)).toEqual([
      'os',
      'k8s',
      'os-2',
      'addon-1',
      'csi',
      'csi-2',
      'addon-2',
    ]);
    const written = (all: readonly DraftLayer[]) =>
      all.flatMap(({ values }) => values ?? []).sort();
    expect(written(draftLayers(stack))).toEqual(written(layers));
  });

  it('is read whatever order its layers have', () => {
    const layers = CORE_LAYER_KINDS.map((kind) => aDraftLayer(kind)).reverse();
    expect(createStackFromDraft(AWS, layers).layers.map(({ id }) => id)).toEqual(CORE_LAYER_KINDS);
  });

  it('gives manifests added later ids of their own', () => {
    const manifests = [
      { name: 'a', content: 'of a' },
      { name: 'b', content: 'of b', uid: 'uid-b' },
    ];
    const stack = reduceAll(
      createStackFromDraft(AWS, [
        aDraftLayer('os', { manifests }),
        aDraftLayer('k8s', { manifests }),
      ]),
      { type: 'manifestAdded', layerId: 'os', name: 'c', content: 'of c' },
    );
    expect(
      draftLayers(stack).map((layer) => layer.manifests?.map(({ content }) => content)),
    ).toEqual([['of a', 'of b', 'of c'], ['of a', 'of b'], [], []]);
    expect(draftLayers(stack)[0]?.manifests?.[1]?.uid).toBe('uid-b');
  });

  it('property: comes back as it was, through JSON, with add-on layers', () => {
    const layer = (kind: DraftLayer['kind']) =>
      fc.record({
        kind: fc.constant(kind),
        registryUid: fc.constant('public'),
        pack: fc.constantFrom(null, aPack('a'), aPack('b', { version: aVersion('b', '1.x') })),
        values: fc.constantFrom(...TEXTS),
        manifests: fc.array(fc.record({ name: fc.string(), content: fc.constantFrom(...TEXTS) }), {
          maxLength: 3,
        }),
      });
    const layers = fc.tuple(layer('os'), layer('k8s'), layer('cni'), layer('csi'));
    fc.assert(
      fc.property(layers, fc.array(layer('addon'), { maxLength: 3 }), (core, addons) => {
        const draft = [...core, ...addons].map((one) => ({
          ...one,
          // Without a pack there is nothing that values belong to.
          values: one.pack === null ? undefined : one.values,
        }));
        const stored = JSON.parse(JSON.stringify(draft)) as DraftLayer[];
        expect(draftLayers(createStackFromDraft(AWS, stored))).toEqual(draft);
      }),
    );
  });

  it('property: any stack continues as the same draft', () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        const stack = commands.reduce(
          (now, command) => reduceLayerStack(now, command.eventFor(now)),
          fullStack(aDraftLayer('addon')),
        );
        const draft = draftLayers(stack);
        const provider = { cloudType: stack.cloudType, layers: SMALL_CLOUD.layers };
        const known = stack.cloudType === SMALL_CLOUD.cloudType ? provider : AWS;
        const again = createStackFromDraft(
          known,
          JSON.parse(JSON.stringify(draft)) as DraftLayer[],
        );
        expect(draftLayers(again)).toEqual(draft);
        expect(buildProfileLayers(again)).toEqual(buildProfileLayers(stack));
      }),
    );
  });
});

describe('what is sent', () => {
  it.each(TEXTS)('holds %j byte for byte', (text) => {
    const stack = createStackFromDraft(AWS, [
      aDraftLayer('os', { values: text, manifests: [{ name: ' m ', content: text }] }),
    ]);
    expect(buildProfileLayers(stack)).toEqual([
      {
        kind: 'os',
        registryUid: 'public',
        packName: 'os-pack',
        packDisplayName: 'Pack os-pack',
        packType: 'oci',
        packUid: 'os-pack-1.0.0',
        tag: '1.0.0',
        version: '1.0.0',
        cloudTypes: ['all'],
        values: text,
        manifests: [{ name: 'm', content: text }],
      },
    ]);
  });

  it('leaves out layers without pack or version', () => {
    const stack = createStackFromDraft(AWS, [
      aDraftLayer('os', { pack: aPack('a', { version: null }) }),
      aDraftLayer('cni'),
    ]);
    expect(buildProfileLayers(stack).map(({ kind }) => kind)).toEqual(['cni']);
    const [os] = stack.layers;
    expect(os && buildProfileLayer(stack, os)).toBeNull();
  });

  it('trims what was typed of a pack, but nothing that a catalogue said', () => {
    const typed = reduceLayerStack(emptyStack(), {
      type: 'packTyped',
      layerId: 'os',
      registryUid: 'offline',
      packType: 'helm',
      name: ' nginx ',
      version: ' 1.0.0 ',
    });
    expect(buildProfileLayers(typed)[0]).toMatchObject({
      packName: 'nginx',
      packDisplayName: 'nginx',
      tag: '1.0.0',
      version: '1.0.0',
      packUid: null,
      values: '',
    });
    const listed = createStackFromDraft(AWS, [aDraftLayer('os', { pack: aPack(' odd ') })]);
    expect(buildProfileLayers(listed)[0]?.packName).toBe(' odd ');
  });
});

describe('a saved profile', () => {
  it('is a draft that sends the same layers again', () => {
    const profile = aProfile({
      layers: [
        aProfileLayer('os', {
          values: 'a: 1\r\n',
          manifests: [{ name: 'm', content: 'c\r\n', uid: 'uid-m' }],
        }),
        aProfileLayer('k8s', { tag: '1.33.x', version: '1.33.9' }),
        aProfileLayer('cni', { packUid: null, packName: 'typed', packDisplayName: 'typed' }),
        aProfileLayer('csi'),
        aProfileLayer('addon'),
        aProfileLayer('addon', { packName: 'second' }),
      ],
    });
    const draft = draftFromProfile(profile);
    const stack = createStackFromDraft(AWS, draft.layers);
    expect(buildProfileLayers(stack)).toEqual(profile.layers);
    expect(draft.cloudType).toBe('aws');
  });

  it('shows tags as they can be typed, and a version where it has none', () => {
    const { info } = draftFromProfile(
      aProfile({
        version: '',
        tags: [
          { key: 'team', value: 'a:b' },
          { key: 'word', value: null },
          { key: 'empty', value: '' },
        ],
      }),
    );
    expect(info.tags).toEqual(['team:a:b', 'word', 'empty']);
    expect(info.tags.every((tag) => parseTag(tag).ok)).toBe(true);
    expect(info.version).toBe('1.0.0');
  });
});
