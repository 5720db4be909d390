import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeManifestName, reduceManifests } from '../../src/model/layerManifests';
import { findLayer, manifestText, type LayerStack } from '../../src/model/layerStack';
import { emptyStack } from '../support/fixtures';

const add = (stack: LayerStack, name: string, content = '', layerId = 'os') =>
  reduceManifests(stack, { type: 'manifestAdded', layerId, name, content });
const manifests = (stack: LayerStack, layerId = 'os') => findLayer(stack, layerId)?.manifests ?? [];
const names = (stack: LayerStack) => manifests(stack).map(({ name }) => name);
const three = ['a', 'b', 'c'].reduce((stack, name) => add(stack, name, `of ${name}`), emptyStack());

describe('manifests of a layer', () => {
  it('are added last, with an id and a text of their own', () => {
    expect(names(three)).toEqual(['a', 'b', 'c']);
    expect(manifests(three).map(({ id }) => manifestText(three, id))).toEqual([
      'of a',
      'of b',
      'of c',
    ]);
    const other = add(three, 'a', 'elsewhere', 'k8s');
    expect(manifests(other, 'k8s').map(({ name }) => name)).toEqual(['a']);
    expect(
      new Set([...manifests(other), ...manifests(other, 'k8s')].map(({ id }) => id)).size,
    ).toBe(4);
  });

  it('keep content byte for byte', () => {
    const content = '\uFEFFkind: A\r\n---\r\nkind: Ü 🚀';
    const stack = add(emptyStack(), 'a', content);
    expect(manifestText(stack, manifests(stack)[0]?.id ?? '')).toBe(content);
    expect(manifestText(stack, 'unknown')).toBe('');
  });

  it('get a number where the name is taken, the first that is free', () => {
    const stack = add(add(add(emptyStack(), 'a'), 'a'), 'a');
    expect(names(stack)).toEqual(['a', 'a-2', 'a-3']);
    const gap = reduceManifests(stack, {
      type: 'manifestRemoved',
      layerId: 'os',
      manifestId: manifests(stack)[1]?.id ?? '',
    });
    expect(names(add(gap, 'a'))).toEqual(['a', 'a-3', 'a-2']);
    expect(freeManifestName([], 'a')).toBe('a');
  });

  it('never take over an id that was given before', () => {
    const last = manifests(three)[2]?.id ?? '';
    const removed = reduceManifests(three, {
      type: 'manifestRemoved',
      layerId: 'os',
      manifestId: last,
    });
    const added = add(removed, 'd', 'of d');
    expect(manifests(added).map(({ id }) => id)).not.toContain(last);
    expect(manifestText(added, last)).toBe('of c');
  });

  it('are renamed in place, keeping the identity the server gave', () => {
    const stack: LayerStack = {
      ...three,
      layers: three.layers.map((layer) => ({
        ...layer,
        manifests: layer.manifests.map((manifest) => ({
          ...manifest,
          uid: `uid-${manifest.name}`,
        })),
      })),
    };
    const renamed = reduceManifests(stack, {
      type: 'manifestRenamed',
      layerId: 'os',
      manifestId: manifests(stack)[1]?.id ?? '',
      name: 'new',
    });
    expect(manifests(renamed)[1]).toEqual({ ...manifests(stack)[1], name: 'new' });
  });

  it.each([
    [0, 2, ['b', 'c', 'a']],
    [2, 0, ['c', 'a', 'b']],
    [1, 99, ['a', 'c', 'b']],
    [1, -1, ['b', 'a', 'c']],
    [0, 1, ['b', 'a', 'c']],
  ])('move from %i to %i', (from, toIndex, expected) => {
    const manifestId = manifests(three)[from]?.id ?? '';
    const event = { type: 'manifestMoved', layerId: 'os', manifestId, toIndex } as const;
    expect(names(reduceManifests(three, event))).toEqual(expected);
  });

  it('property: names stay unique as long as nobody renames, and moving loses none', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'a-2', 'a-3', 'b'), { maxLength: 12 }),
        fc.nat({ max: 11 }),
        fc.nat({ max: 11 }),
        (wanted, from, toIndex) => {
          const stack = wanted.reduce((now, name) => add(now, name), emptyStack());
          expect(new Set(names(stack)).size).toBe(wanted.length);
          const manifestId = manifests(stack)[from]?.id ?? 'none';
          const moved = reduceManifests(stack, {
            type: 'manifestMoved',
            layerId: 'os',
            manifestId,
            toIndex,
          });
          expect([...names(moved)].sort()).toEqual([...names(stack)].sort());
          if (from < wanted.length) {
            expect(manifests(moved)[Math.min(toIndex, wanted.length - 1)]?.id).toBe(manifestId);
          }
        },
      ),
    );
  });
});
