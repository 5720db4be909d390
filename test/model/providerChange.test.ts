import { describe, expect, it } from 'vitest';
import type { ChosenPack } from '../../src/model/layerStack';
import type { PackTag } from '../../src/model/packs';
import {
  layersToAsk,
  previewProviderChange,
  providerChangeEvents,
  touchesChoices,
  type PackAnswer,
} from '../../src/model/providerChange';
import { reduceLayerStack } from '../../src/model/reduceLayerStack';
import { providerNamed, reduceAll, SMALL_CLOUD } from '../support/fixtures';
import { aPack, aVersion, stackOf } from '../support/stackFixtures';

const vsphere = providerNamed('vsphere');

const row = (tag: string, options: Partial<PackTag> = {}): PackTag => ({
  tag,
  version: tag,
  packUid: `uid-${tag}`,
  parentTags: [],
  ...options,
});

const ready = (...tags: readonly PackTag[]): PackAnswer => ({
  status: 'ready',
  pack: { tags, cloudTypes: ['vsphere'] },
});

const onAws = (version = '1.0.0'): ChosenPack =>
  aPack('ubuntu', {
    cloudTypes: ['aws', 'vsphere'],
    version: aVersion('ubuntu', version, { cloudTypes: ['aws'], packUid: `uid-${version}` }),
  });
const everywhere = (version = '1.0.0'): ChosenPack =>
  aPack('kubernetes', { version: aVersion('kubernetes', version, { packUid: `uid-${version}` }) });

function fates(pack: ChosenPack, answer?: PackAnswer) {
  const stack = stackOf({ os: pack });
  const answers = new Map(answer === undefined ? [] : [['os', answer]]);
  return previewProviderChange(stack, vsphere, answers).layers.map(({ fate, nextVersion }) => [
    fate,
    nextVersion?.tag ?? null,
  ]);
}

describe('what becomes of a layer', () => {
  it.each<[string, ChosenPack, PackAnswer | undefined, string, string | null]>([
    ['the same file', everywhere(), ready(row('1.0.0')), 'stays', null],
    ['another file', everywhere(), ready(row('1.0.0', { packUid: 'other' })), 'other-file', null],
    ['no such version', everywhere(), ready(row('2.0.0')), 'needs-version', '2.0.0'],
    ['a version of another cloud', onAws(), ready(row('1.0.0')), 'needs-version', '1.0.0'],
    [
      'only versions on their way out',
      onAws(),
      ready(row('0.9.0', { state: 'deprecated' })),
      'needs-version',
      null,
    ],
    ['no versions', everywhere(), ready(), 'falls-away', null],
    ['no such pack', onAws(), { status: 'gone' }, 'falls-away', null],
    ['a failed question', onAws(), { status: 'failed' }, 'unknown', null],
    ['a question under way', onAws(), { status: 'loading' }, 'loading', null],
    ['no question yet', onAws(), undefined, 'loading', null],
  ])('with %s', (_, pack, answer, fate, next) => {
    expect(fates(pack, answer)).toEqual([[fate, next]]);
  });

  it('follows the group where it goes on with a newer version', () => {
    const group = aPack('kubernetes', {
      version: aVersion('kubernetes', '1.33.9', { tag: '1.33.x' }),
    });
    const answer = ready(row('1.34.0'), row('1.33.x', { version: '1.33.4', packUid: 'group' }));
    expect(fates(group, answer)).toEqual([['needs-version', '1.33.x']]);
  });

  it('asks nobody about a typed pack', () => {
    const typed = aPack('linux', { isTyped: true, version: aVersion('linux') });
    const stack = stackOf({ os: typed });
    expect(layersToAsk(stack)).toEqual([]);
    expect(fates(typed)).toEqual([['stays', null]]);
  });

  it('is the end for a layer that the provider does not have, with its manifests', () => {
    const stack = reduceAll(stackOf({ os: everywhere(), csi: everywhere() }), {
      type: 'manifestAdded',
      layerId: 'cni',
      name: 'policies',
      content: '',
    });
    const { layers, isLoading } = previewProviderChange(
      stack,
      SMALL_CLOUD,
      new Map([['os', ready(row('1.0.0'))]]),
    );
    expect(layers.map(({ layerId, fate, isLayerGone }) => [layerId, fate, isLayerGone])).toEqual([
      ['os', 'stays', false],
      ['cni', 'falls-away', true],
      ['csi', 'falls-away', true],
    ]);
    expect(isLoading).toBe(false);
  });
});

describe('a change of the provider', () => {
  const stack = stackOf({ os: onAws(), k8s: everywhere() });
  const answers = new Map([
    ['os', ready(row('2.0.0'), row('1.5.0'))],
    ['k8s', ready(row('1.0.0'))],
  ]);

  it('changes nothing while it is only asked about', () => {
    const before = structuredClone(stack);
    previewProviderChange(stack, vsphere, answers);
    expect(stack).toEqual(before);
  });

  it('does what the preview said, and is taken back in one step', () => {
    const events = providerChangeEvents(stack, vsphere, answers);
    const after = events.reduce(reduceLayerStack, stack);
    expect(after.cloudType).toBe('vsphere');
    expect(after.layers.map(({ pack }) => pack?.version?.tag ?? null)).toEqual([
      '2.0.0',
      '1.0.0',
      null,
      null,
    ]);
    const undone = reduceLayerStack(after, { type: 'undone' });
    expect(undone.layers).toEqual(stack.layers);
    expect(undone.cloudType).toBe('aws');
  });

  it('takes what is unknown as the choice itself tells', () => {
    const after = providerChangeEvents(stack, vsphere, new Map()).reduce(reduceLayerStack, stack);
    expect(after.layers.map(({ pack }) => pack?.name ?? null)).toEqual([
      null,
      'kubernetes',
      null,
      null,
    ]);
  });

  it('needs no question while nothing is chosen', () => {
    expect(touchesChoices(stackOf({}))).toBe(false);
    expect(touchesChoices(stack)).toBe(true);
    expect(
      touchesChoices(
        reduceAll(stackOf({}), { type: 'manifestAdded', layerId: 'os', name: 'm', content: '' }),
      ),
    ).toBe(true);
  });
});
