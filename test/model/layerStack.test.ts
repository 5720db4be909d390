import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createLayerStack,
  findLayer,
  isEdited,
  isLayerEdited,
  layerValues,
  manifestTextId,
  valuesTextId,
  type LayerStack,
  type StackLayer,
} from '../../src/model/layerStack';
import { createStackFromDraft } from '../../src/model/profileDraft';
import { fitsCloudType } from '../../src/model/providers';
import {
  reduceLayerStack,
  UNDO_LIMIT,
  type LayerStackEvent,
} from '../../src/model/reduceLayerStack';
import { carryOf } from '../../src/model/valuesCarry';
import {
  aDraftLayer,
  aPack,
  aVersion,
  emptyStack,
  fullStack,
  OTHER_REGISTRY,
  providerNamed,
  REGISTRY,
  reduceAll,
  SMALL_CLOUD,
} from '../support/fixtures';
import {
  anyCommands,
  manualAndTextCommands,
  manualCommands,
  type StackCommand,
} from '../support/stackEvents';

function layerOf(stack: LayerStack, id: string): StackLayer {
  const layer = findLayer(stack, id);
  if (layer === null) throw new Error(`There is no layer ${id}.`);
  return layer;
}

function textIdOf(stack: LayerStack, id: string): string {
  const textId = valuesTextId(layerOf(stack, id));
  if (textId === null) throw new Error(`The layer ${id} has no values text.`);
  return textId;
}

const run = (stack: LayerStack, commands: readonly StackCommand[]): LayerStack =>
  commands.reduce((now, command) => reduceLayerStack(now, command.eventFor(now)), stack);

function travelAll(stack: LayerStack, type: 'undone' | 'redone'): LayerStack {
  const next = reduceLayerStack(stack, { type });
  return next === stack ? stack : travelAll(next, type);
}

/** Loads and edits the values of a layer. */
function edited(stack: LayerStack, layerId: string, text: string): LayerStack {
  const textId = textIdOf(stack, layerId);
  return reduceAll(
    stack,
    { type: 'valuesLoaded', textId, base: `defaults of ${textId}\n` },
    { type: 'textCommitted', textId, text },
  );
}

describe('a stack', () => {
  it('starts with the layers of its provider, empty', () => {
    const stack = createLayerStack(SMALL_CLOUD);
    expect(stack.layers.map(({ id, kind }) => [id, kind])).toEqual([
      ['os', 'os'],
      ['k8s', 'k8s'],
    ]);
    expect(stack.cloudType).toBe('nutanix');
    expect(
      stack.layers.every(({ pack, manifests }) => pack === null && manifests.length === 0),
    ).toBe(true);
  });

  it('gives every layer an id of its own, whatever a provider lists', () => {
    const odd = { cloudType: 'odd', layers: ['os', 'os', 'addon', 'k8s', 'addon'] as const };
    const ids = (stack: LayerStack) => stack.layers.map(({ id }) => id);
    expect(ids(createLayerStack(odd))).toEqual(['os', 'k8s']);
    const stack = fullStack(aDraftLayer('addon'));
    const changed = reduceLayerStack(stack, { type: 'providerSelected', provider: odd });
    expect(ids(changed)).toEqual(['os', 'k8s', 'addon-1']);
  });

  it('tells edited text from text that only lost or won blanks at its end', () => {
    const text = (now: string, base: string | null) => ({ text: now, base, revision: 0 });
    expect(isEdited(text('a: 1\n', 'a: 1'))).toBe(false);
    expect(isEdited(text('a: 1', 'a: 1\n\n'))).toBe(false);
    expect(isEdited(text('a: 2\n', 'a: 1\n'))).toBe(true);
    expect(isEdited(text(' a: 1\n', 'a: 1\n'))).toBe(true);
    expect(isEdited(text('a: 1\r\nb: 2\n', 'a: 1\nb: 2\n'))).toBe(true);
    expect(isEdited(text('anything', null))).toBe(false);
    expect(isEdited(null)).toBe(false);
    expect(isEdited(undefined)).toBe(false);
  });

  it('counts a layer with manifests as edited', () => {
    const stack = fullStack();
    expect(isLayerEdited(stack, layerOf(stack, 'os'))).toBe(false);
    const added = reduceLayerStack(stack, {
      type: 'manifestAdded',
      layerId: 'os',
      name: 'm',
      content: '',
    });
    expect(isLayerEdited(added, layerOf(added, 'os'))).toBe(true);
    const changed = edited(emptyWith('os', 'a'), 'os', 'mine');
    expect(isLayerEdited(changed, layerOf(changed, 'os'))).toBe(true);
  });
});

function emptyWith(layerId: string, packName: string): LayerStack {
  return reduceLayerStack(emptyStack(), {
    type: 'packSelected',
    layerId,
    pack: aPack(packName),
  });
}

describe('events that change nothing', () => {
  const provider = providerNamed('azure');
  const twice: readonly LayerStackEvent[] = [
    { type: 'providerSelected', provider },
    { type: 'registrySelected', layerId: 'cni', registryUid: OTHER_REGISTRY },
    { type: 'packSelected', layerId: 'os', pack: aPack('x') },
    { type: 'packSelected', layerId: 'os', pack: aPack('x', { version: null }) },
    { type: 'packSelected', layerId: 'os', pack: aPack('x'), isAutomatic: true },
    { type: 'packCleared', layerId: 'os' },
    { type: 'versionSelected', layerId: 'os', version: aVersion('os-pack', '9.0.0') },
    {
      type: 'packTyped',
      layerId: 'os',
      registryUid: 'offline',
      packType: 'oci',
      name: 'n',
      version: '1',
    },
    { type: 'manifestRenamed', layerId: 'os', manifestId: 'manifest-1', name: 'new' },
    { type: 'manifestMoved', layerId: 'os', manifestId: 'manifest-1', toIndex: 1 },
    { type: 'manifestRemoved', layerId: 'os', manifestId: 'manifest-1' },
    { type: 'valuesLoaded', textId: 'values/os/public/x', base: 'a' },
    { type: 'textCommitted', textId: 'values/os/public/x', text: 'a' },
    { type: 'textReplaced', textId: 'values/os/public/x', text: 'a' },
    { type: 'noticeDismissed' },
  ];
  const withManifests = reduceAll(
    fullStack(),
    { type: 'manifestAdded', layerId: 'os', name: 'one', content: '1' },
    { type: 'manifestAdded', layerId: 'os', name: 'two', content: '2' },
  );

  it.each(twice)('$type a second time', (event) => {
    const once = reduceLayerStack(withManifests, event);
    if (event.type !== 'noticeDismissed') expect(once).not.toBe(withManifests);
    expect(reduceLayerStack(once, event)).toBe(once);
  });

  const lost = { layerId: 'unknown' };
  const unknown: readonly LayerStackEvent[] = [
    { type: 'registrySelected', ...lost, registryUid: REGISTRY },
    { type: 'packSelected', ...lost, pack: aPack('x') },
    { type: 'packCleared', ...lost },
    { type: 'versionSelected', ...lost, version: aVersion('x') },
    { type: 'packTyped', ...lost, registryUid: 'r', packType: 'oci', name: 'n', version: '1' },
    { type: 'manifestAdded', ...lost, name: 'm', content: 'c' },
    { type: 'manifestRenamed', ...lost, manifestId: 'manifest-1', name: 'm' },
    { type: 'manifestRenamed', layerId: 'os', manifestId: 'none', name: 'm' },
    { type: 'manifestMoved', layerId: 'os', manifestId: 'none', toIndex: 0 },
    { type: 'manifestMoved', layerId: 'os', manifestId: 'manifest-1', toIndex: -5 },
    { type: 'manifestMoved', layerId: 'os', manifestId: 'manifest-2', toIndex: 99 },
    { type: 'manifestRemoved', layerId: 'os', manifestId: 'none' },
    { type: 'manifestRemoved', layerId: 'k8s', manifestId: 'manifest-1' },
    { type: 'redone' },
  ];
  it.each(unknown)('$type of what is not there', (event) => {
    expect(reduceLayerStack(withManifests, event)).toBe(withManifests);
  });

  it('undo and redo with nothing to take back or bring back', () => {
    const stack = fullStack();
    expect(reduceLayerStack(stack, { type: 'undone' })).toBe(stack);
    expect(reduceLayerStack(stack, { type: 'redone' })).toBe(stack);
  });

  it('a version for a layer without pack', () => {
    const stack = emptyStack();
    const event = { type: 'versionSelected', layerId: 'os', version: aVersion('x') } as const;
    expect(reduceLayerStack(stack, event)).toBe(stack);
  });

  it('choosing the chosen pack again, as a list names it, keeps version and values', () => {
    const stack = edited(emptyWith('os', 'a'), 'os', 'mine');
    const again = { ...aPack('a'), version: null };
    expect(reduceLayerStack(stack, { type: 'packSelected', layerId: 'os', pack: again })).toBe(
      stack,
    );
  });

  it('property: whatever changes nothing keeps the reference, and states stay immutable', () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        let stack = fullStack(aDraftLayer('addon'));
        for (const command of commands) {
          const event = command.eventFor(stack);
          const before = JSON.stringify(stack);
          const next = reduceLayerStack(stack, event);
          expect(JSON.stringify(stack)).toBe(before);
          if (JSON.stringify(next) === before) expect(next).toBe(stack);
          stack = next;
        }
      }),
    );
  });
});

describe('a stack as data', () => {
  it('property: stays JSON and keeps unique ids', () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        const stack = run(fullStack(aDraftLayer('addon')), commands);
        expect(JSON.parse(JSON.stringify(stack))).toEqual(stack);
        const ids = stack.layers.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const manifestIds = stack.layers.flatMap(({ manifests }) => manifests.map(({ id }) => id));
        expect(new Set(manifestIds).size).toBe(manifestIds.length);
      }),
    );
  });
});

describe('undo and redo', () => {
  it('property: undoing everything brings back the layers of the start, redoing everything those of the end', () => {
    fc.assert(
      fc.property(manualAndTextCommands, (commands) => {
        const start = fullStack(aDraftLayer('addon'));
        const end = run(start, commands);
        const undone = travelAll(end, 'undone');
        expect([undone.cloudType, undone.layers]).toEqual([start.cloudType, start.layers]);
        expect(undone.texts).toBe(end.texts);
        expect(undone.past).toEqual([]);
        const redone = travelAll(undone, 'redone');
        expect([redone.cloudType, redone.layers]).toEqual([end.cloudType, end.layers]);
        expect(redone.past).toEqual(end.past);
        expect(redone.future).toEqual([]);
      }),
    );
  });

  it('property: each undo takes back exactly one change, each redo brings it back', () => {
    fc.assert(
      fc.property(manualCommands, (commands) => {
        // One stack for each place in the history: several clouds in a row share one.
        const seen: LayerStack[] = [fullStack()];
        for (const command of commands) {
          const before = seen.at(-1) ?? fullStack();
          const after = reduceLayerStack(before, command.eventFor(before));
          if (after.layers !== before.layers || after.cloudType !== before.cloudType) {
            seen.splice(after.past.length, Infinity, after);
          }
        }
        let now = seen.at(-1) ?? fullStack();
        for (const before of seen.slice(0, -1).reverse()) {
          now = reduceLayerStack(now, { type: 'undone' });
          expect(now.layers).toBe(before.layers);
        }
        for (const after of seen.slice(1)) {
          now = reduceLayerStack(now, { type: 'redone' });
          expect(now.layers).toBe(after.layers);
        }
      }),
    );
  });

  it('property: with everything there is, undo after redo and redo after undo change nothing but the notice', () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        const stack = { ...run(fullStack(), commands), notice: null };
        if (stack.past.length > 0) {
          expect(reduceAll(stack, { type: 'undone' }, { type: 'redone' })).toEqual(stack);
        }
        if (stack.future.length > 0) {
          expect(reduceAll(stack, { type: 'redone' }, { type: 'undone' })).toEqual(stack);
        }
      }),
    );
  });

  it('forgets what was undone on a fresh change', () => {
    const fresh: readonly LayerStackEvent[] = [
      { type: 'packSelected', layerId: 'cni', pack: aPack('z') },
      { type: 'packCleared', layerId: 'os' },
      { type: 'providerSelected', provider: providerNamed('gcp') },
      { type: 'manifestAdded', layerId: 'os', name: 'm', content: '' },
      {
        type: 'packTyped',
        layerId: 'k8s',
        registryUid: 'offline',
        packType: 'oci',
        name: 'n',
        version: '',
      },
    ];
    const undone = reduceAll(
      fullStack(),
      { type: 'packSelected', layerId: 'csi', pack: aPack('y') },
      { type: 'undone' },
    );
    expect(undone.future).toHaveLength(1);
    for (const event of fresh) {
      const next = reduceLayerStack(undone, event);
      expect(next.future, event.type).toEqual([]);
      expect(next.past, event.type).toHaveLength(1);
    }
  });

  it('keeps what can be brought back while only text changes', () => {
    const undone = reduceAll(
      fullStack(),
      { type: 'packCleared', layerId: 'csi' },
      { type: 'undone' },
    );
    const typed = reduceLayerStack(undone, {
      type: 'textCommitted',
      textId: textIdOf(undone, 'os'),
      text: 'mine',
    });
    expect(typed.future).toBe(undone.future);
    expect(layerOf(reduceLayerStack(typed, { type: 'redone' }), 'csi').pack).toBeNull();
  });

  it('keeps the newest changes and no more than the limit', () => {
    let stack = emptyStack();
    for (let count = 0; count <= UNDO_LIMIT; count += 1) {
      stack = reduceLayerStack(stack, {
        type: 'packSelected',
        layerId: 'os',
        pack: aPack(`p${count}`),
      });
    }
    expect(stack.past).toHaveLength(UNDO_LIMIT);
    const undone = travelAll(stack, 'undone');
    expect(layerOf(undone, 'os').pack?.name).toBe('p0');
    expect(layerOf(travelAll(undone, 'redone'), 'os').pack?.name).toBe(`p${UNDO_LIMIT}`);
  });

  it('names the event that led away', () => {
    const stack = reduceAll(fullStack(), { type: 'packCleared', layerId: 'os' });
    expect(stack.past.at(-1)?.reason).toBe('packCleared');
    expect(reduceLayerStack(stack, { type: 'undone' }).future.at(-1)?.reason).toBe('packCleared');
  });

  it('brings a removed manifest back with the text it had last', () => {
    const added = reduceAll(
      fullStack(),
      { type: 'manifestAdded', layerId: 'os', name: 'm', content: 'first' },
      { type: 'textCommitted', textId: manifestTextId('manifest-1'), text: 'last\r\n' },
      { type: 'manifestRemoved', layerId: 'os', manifestId: 'manifest-1' },
      { type: 'manifestAdded', layerId: 'os', name: 'm', content: 'another' },
      { type: 'undone' },
      { type: 'undone' },
    );
    expect(layerOf(added, 'os').manifests).toEqual([{ id: 'manifest-1', name: 'm' }]);
    expect(added.texts[manifestTextId('manifest-1')]?.text).toBe('last\r\n');
    expect(added.texts[manifestTextId('manifest-2')]?.text).toBe('another');
  });
});

describe('automatic events', () => {
  it('push no history and keep what can be brought back', () => {
    const undone = reduceAll(
      emptyWith('os', 'a'),
      { type: 'packSelected', layerId: 'k8s', pack: aPack('k') },
      { type: 'undone' },
    );
    const chosen = reduceAll(
      undone,
      {
        type: 'packSelected',
        layerId: 'cni',
        pack: aPack('only', { version: null }),
        isAutomatic: true,
      },
      {
        type: 'versionSelected',
        layerId: 'cni',
        version: aVersion('only'),
        isAutomatic: true,
      },
    );
    expect(layerOf(chosen, 'cni').pack).toEqual(aPack('only'));
    expect(chosen.past).toBe(undone.past);
    expect(chosen.future).toBe(undone.future);
  });

  it('undo together with the choice they belong to', () => {
    const stack = reduceAll(
      emptyStack(),
      { type: 'packSelected', layerId: 'os', pack: aPack('a', { version: null }) },
      { type: 'versionSelected', layerId: 'os', version: aVersion('a'), isAutomatic: true },
    );
    const undone = reduceLayerStack(stack, { type: 'undone' });
    expect(layerOf(undone, 'os').pack).toBeNull();
    expect(layerOf(reduceLayerStack(undone, { type: 'redone' }), 'os').pack).toEqual(aPack('a'));
  });

  it('property: never touch the history', () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        let stack = fullStack();
        for (const command of commands) {
          const event = command.eventFor(stack);
          const next = reduceLayerStack(stack, event);
          if ('isAutomatic' in event && event.isAutomatic === true) {
            expect(next.past).toBe(stack.past);
            expect(next.future).toBe(stack.future);
          }
          stack = next;
        }
      }),
    );
  });
});

describe('switching packs', () => {
  it('A → B → A brings A back with its edited text', () => {
    const a = edited(emptyWith('os', 'a'), 'os', 'mine\r\nno end');
    const b = reduceLayerStack(a, { type: 'packSelected', layerId: 'os', pack: aPack('b') });
    expect(layerValues(b, layerOf(b, 'os'))).toBeNull();
    const back = reduceAll(
      edited(b, 'os', 'of b'),
      { type: 'packSelected', layerId: 'os', pack: aPack('a', { version: null }) },
      { type: 'versionSelected', layerId: 'os', version: aVersion('a'), isAutomatic: true },
      { type: 'valuesLoaded', textId: textIdOf(a, 'os'), base: 'newer defaults\n' },
    );
    expect(layerValues(back, layerOf(back, 'os'))?.text).toBe('mine\r\nno end');
  });

  it('sets text aside, too, while nobody knows the defaults it is compared with', () => {
    const draft = { ...aDraftLayer('os'), values: 'mine: from a draft' };
    const restored = createStackFromDraft(providerNamed('aws'), [draft]);
    const next = reduceLayerStack(restored, {
      type: 'packSelected',
      layerId: 'os',
      pack: aPack('z'),
    });
    expect(next.notice).toMatchObject({ type: 'values-set-aside', isUndoable: true });
  });

  it('tells that edited values were set aside, also once the first version follows', () => {
    const a = edited(emptyWith('os', 'a'), 'os', 'mine');
    const notice = {
      type: 'values-set-aside',
      layerId: 'os',
      textId: textIdOf(a, 'os'),
      packName: 'a',
      packDisplayName: 'Pack a',
      version: '1.0.0',
      isUndoable: true,
    };
    const b = reduceLayerStack(a, {
      type: 'packSelected',
      layerId: 'os',
      pack: aPack('b', { version: null }),
    });
    expect(b.notice).toEqual(notice);
    const withVersion = reduceLayerStack(b, {
      type: 'versionSelected',
      layerId: 'os',
      version: aVersion('b'),
      isAutomatic: true,
    });
    expect(withVersion.notice).toEqual(notice);
    expect(reduceLayerStack(withVersion, { type: 'noticeDismissed' }).notice).toBeNull();
    expect(reduceLayerStack(withVersion, { type: 'undone' }).notice).toBeNull();
    const changed = reduceLayerStack(withVersion, { type: 'packCleared', layerId: 'os' });
    expect(changed.notice).toBeNull();
  });

  it.each<[string, LayerStackEvent]>([
    ['no pack', { type: 'packCleared', layerId: 'os' }],
    ['another registry', { type: 'registrySelected', layerId: 'os', registryUid: OTHER_REGISTRY }],
    [
      'a typed pack',
      {
        type: 'packTyped',
        layerId: 'os',
        registryUid: 'offline',
        packType: 'oci',
        name: 'n',
        version: '',
      },
    ],
  ])('tells it for %s, and undo brings the pack back', (_, event) => {
    const a = edited(emptyWith('os', 'a'), 'os', 'mine');
    const left = reduceLayerStack(a, event);
    expect(left.notice).toMatchObject({ type: 'values-set-aside', packName: 'a' });
    const untouched = reduceLayerStack(
      reduceLayerStack(emptyWith('os', 'a'), {
        type: 'valuesLoaded',
        textId: textIdOf(a, 'os'),
        base: 'defaults\n',
      }),
      event,
    );
    expect(untouched.notice).toBeNull();
    const undone = reduceLayerStack(left, { type: 'undone' });
    expect(undone.layers).toEqual(a.layers);
    expect(layerValues(undone, layerOf(undone, 'os'))?.text).toBe('mine');
  });

  it('says nothing when the group a version belongs to shares its values', () => {
    const a = edited(emptyWith('os', 'a'), 'os', 'mine');
    const group = { ...aVersion('a'), tag: '1.0.x' };
    const next = reduceLayerStack(a, { type: 'versionSelected', layerId: 'os', version: group });
    expect(next.notice).toBeNull();
    expect(layerValues(next, layerOf(next, 'os'))?.text).toBe('mine');
  });

  it('keeps the choice when the registry it came from is named', () => {
    const stack = emptyWith('os', 'a');
    const withoutName = {
      ...stack,
      layers: stack.layers.map((layer) => ({ ...layer, registryUid: null })),
    };
    const named = reduceLayerStack(withoutName, {
      type: 'registrySelected',
      layerId: 'os',
      registryUid: REGISTRY,
    });
    expect(layerOf(named, 'os').pack).toEqual(aPack('a'));
    expect(layerOf(named, 'os').registryUid).toBe(REGISTRY);
  });

  it('property: an edited text is told to be set aside, or carried, exactly when a choice leaves it', () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        let stack = edited(emptyWith('os', 'a'), 'os', 'mine');
        for (const command of commands) {
          const event = command.eventFor(stack);
          const next = reduceLayerStack(stack, event);
          if (isManualChoice(event) && next !== stack) {
            const before = layerOf(stack, event.layerId);
            const after = layerOf(next, event.layerId);
            const leavesText = valuesTextId(before) !== valuesTextId(after);
            const text = layerValues(stack, before);
            const wasTouched = text?.base === null ? text.text !== '' : isEdited(text);
            if (leavesText) {
              const expected = wasTouched ? valuesTextId(before) : null;
              const carry = carryOf(next, after);
              const isCarried = carry !== null && carry !== carryOf(stack, before);
              const told = next.notice?.type === 'values-set-aside' ? next.notice.textId : null;
              // Edits left earlier may come along, too.
              expect(isCarried && expected !== null ? carry.from.textId : told).toBe(expected);
            }
          }
          stack = next;
        }
      }),
    );
  });
});

type ManualChoice = Extract<
  LayerStackEvent,
  { type: 'registrySelected' | 'packSelected' | 'packCleared' | 'versionSelected' | 'packTyped' }
>;

function isManualChoice(event: LayerStackEvent): event is ManualChoice {
  switch (event.type) {
    case 'registrySelected':
    case 'packCleared':
    case 'packTyped':
      return true;
    case 'packSelected':
    case 'versionSelected':
      return event.isAutomatic !== true;
    default:
      return false;
  }
}

describe('a typed pack', () => {
  const typed = (name: string, registryUid = 'offline'): LayerStackEvent => ({
    type: 'packTyped',
    layerId: 'os',
    registryUid,
    packType: 'helm',
    name,
    version: '1.0.0',
  });

  it('is one change, however many keys it takes', () => {
    const stack = reduceAll(emptyStack(), typed('n'), typed('ng'), typed('nginx'));
    expect(layerOf(stack, 'os').pack).toMatchObject({ name: 'nginx', isTyped: true });
    const undone = reduceLayerStack(stack, { type: 'undone' });
    expect(layerOf(undone, 'os').pack).toBeNull();
    expect(layerOf(reduceLayerStack(undone, { type: 'redone' }), 'os').pack?.name).toBe('nginx');
  });

  it('forgets what was undone with every key, so that redo brings no older name back', () => {
    const undone = reduceAll(
      emptyStack(),
      typed('n'),
      { type: 'packSelected', layerId: 'k8s', pack: aPack('k') },
      { type: 'undone' },
    );
    const next = reduceLayerStack(undone, typed('ng'));
    expect(next.future).toEqual([]);
    expect(next.past).toBe(undone.past);
    expect(reduceLayerStack(next, { type: 'redone' })).toBe(next);
  });

  it('keeps its values while its name changes', () => {
    const textId = 'values/os/offline/typed';
    const stack = reduceAll(
      emptyStack(),
      typed('n'),
      { type: 'textCommitted', textId, text: 'pasted: true' },
      typed('ng'),
    );
    expect(layerValues(stack, layerOf(stack, 'os'))?.text).toBe('pasted: true');
    expect(stack.notice).toBeNull();
  });

  it('is told to be set aside with its values', () => {
    const pasted = reduceAll(emptyStack(), typed('n'), {
      type: 'textCommitted',
      textId: 'values/os/offline/typed',
      text: 'pasted: true',
    });
    const other = reduceLayerStack(pasted, typed('n', 'offline-2'));
    expect(other.notice).toMatchObject({ type: 'values-set-aside', packName: 'n' });
    const back = reduceLayerStack(other, typed('n'));
    expect(layerValues(back, layerOf(back, 'os'))?.text).toBe('pasted: true');
  });
});

describe('changing the provider', () => {
  const aws = aPack('aws-only', {
    cloudTypes: ['aws'],
    version: aVersion('aws-only', '1.0.0', { cloudTypes: ['aws'] }),
  });
  const perVersion = aPack('per-version', {
    cloudTypes: ['aws'],
    version: aVersion('per-version', '2.0.0', { cloudTypes: ['aws', 'azure'] }),
  });
  const narrowVersion = aPack('narrow', {
    cloudTypes: ['all'],
    version: aVersion('narrow', '3.0.0', { cloudTypes: ['aws'] }),
  });
  const stack = reduceAll(
    emptyStack(),
    { type: 'packSelected', layerId: 'os', pack: aPack('anywhere') },
    { type: 'packSelected', layerId: 'k8s', pack: aws },
    { type: 'packSelected', layerId: 'cni', pack: perVersion },
    { type: 'packSelected', layerId: 'csi', pack: narrowVersion },
    { type: 'manifestAdded', layerId: 'csi', name: 'm', content: 'c' },
  );
  const azure = { type: 'providerSelected', provider: providerNamed('azure') } as const;

  it('keeps what fits, clears what does not, and lists both', () => {
    const changed = reduceLayerStack(stack, azure);
    expect(changed.layers.map(({ pack }) => pack?.name ?? null)).toEqual([
      'anywhere',
      null,
      'per-version',
      null,
    ]);
    expect(layerOf(changed, 'csi').manifests).toHaveLength(1);
    const item = (layerId: string, packDisplayName: string, version: string) => ({
      layerId,
      kind: layerId,
      packDisplayName,
      version,
    });
    expect(changed.notice).toEqual({
      type: 'provider-changed',
      kept: [item('os', 'Pack anywhere', '1.0.0'), item('cni', 'Pack per-version', '2.0.0')],
      dropped: [item('k8s', 'Pack aws-only', '1.0.0'), item('csi', 'Pack narrow', '3.0.0')],
    });
  });

  it('is undone as a whole', () => {
    const undone = reduceAll(stack, azure, { type: 'undone' });
    expect(undone.cloudType).toBe('aws');
    expect(undone.layers).toBe(stack.layers);
    expect(undone.notice).toBeNull();
    const redone = reduceLayerStack(undone, { type: 'redone' });
    expect(redone.cloudType).toBe('azure');
  });

  it('says nothing when nothing was chosen', () => {
    expect(reduceLayerStack(emptyStack(), azure).notice).toBeNull();
  });

  it('drops the layers a smaller cloud lacks, names their manifests too, and undo returns them', () => {
    const withManifest = reduceAll(emptyStack(), {
      type: 'manifestAdded',
      layerId: 'csi',
      name: 'm',
      content: 'c',
    });
    const small = reduceLayerStack(withManifest, {
      type: 'providerSelected',
      provider: SMALL_CLOUD,
    });
    expect(small.layers.map(({ id }) => id)).toEqual(['os', 'k8s']);
    expect(small.notice).toMatchObject({ kept: [], dropped: [{ layerId: 'csi', version: null }] });
    expect(reduceLayerStack(small, { type: 'undone' }).layers).toBe(withManifest.layers);
  });

  it('keeps add-on layers above the core ones', () => {
    const withAddon = fullStack(aDraftLayer('addon'), aDraftLayer('addon'));
    const small = reduceLayerStack(withAddon, { type: 'providerSelected', provider: SMALL_CLOUD });
    expect(small.layers.map(({ id }) => id)).toEqual(['os', 'k8s', 'addon-1', 'addon-2']);
  });

  it('gives back everything when the first cloud is chosen again', () => {
    const gcp = { type: 'providerSelected', provider: providerNamed('gcp') } as const;
    const aws = { type: 'providerSelected', provider: providerNamed('aws') } as const;
    const back = reduceAll(stack, azure, gcp, azure, aws);
    expect(back.layers).toBe(stack.layers);
    expect(back.cloudType).toBe('aws');
    expect(back.past).toEqual(stack.past);
    expect(back.notice).toBeNull();
  });

  it('counts several clouds in a row as one change, from where the row began', () => {
    const gcp = { type: 'providerSelected', provider: providerNamed('gcp') } as const;
    const passed = reduceAll(stack, gcp, azure);
    expect(passed.layers).toEqual(reduceLayerStack(stack, azure).layers);
    expect(reduceLayerStack(passed, { type: 'undone' }).layers).toBe(stack.layers);
  });

  it('starts anew once something else was changed', () => {
    const changed = reduceAll(stack, azure, { type: 'packCleared', layerId: 'os' });
    const back = reduceLayerStack(changed, {
      type: 'providerSelected',
      provider: providerNamed('aws'),
    });
    expect(layerOf(back, 'os').pack).toBeNull();
    expect(back.past).toHaveLength(changed.past.length + 1);
  });

  it('takes over the layers of a provider that became known, without a change to undo', () => {
    const known = { cloudType: 'aws', layers: SMALL_CLOUD.layers };
    const after = reduceLayerStack(emptyStack(), {
      type: 'providerSelected',
      provider: known,
      isAutomatic: true,
    });
    expect(after.layers.map(({ id }) => id)).toEqual([...SMALL_CLOUD.layers]);
    expect(after.past).toEqual([]);
    expect(
      reduceLayerStack(after, { type: 'providerSelected', provider: known, isAutomatic: true }),
    ).toBe(after);
  });

  it('property: what is left works on the new cloud, and notice and layers agree', () => {
    fc.assert(
      fc.property(anyCommands, fc.constantFrom('azure', 'gcp', 'edge-native'), (commands, name) => {
        const before = run(emptyStack(), commands);
        // Several clouds in a row are compared with where the row began: see below.
        fc.pre(before.past.at(-1)?.reason !== 'providerSelected');
        const after = reduceLayerStack(before, {
          type: 'providerSelected',
          provider: providerNamed(name),
        });
        if (after === before) return;
        for (const { pack } of after.layers) {
          if (pack === null) continue;
          expect(fitsCloudType(pack.version?.cloudTypes ?? pack.cloudTypes, name)).toBe(true);
        }
        const packs = (stack: LayerStack) =>
          stack.layers.filter(({ pack }) => pack !== null).map(({ id }) => id);
        const { notice } = after;
        const kept = notice?.type === 'provider-changed' ? notice.kept : [];
        const dropped = notice?.type === 'provider-changed' ? notice.dropped : [];
        expect(kept.map(({ layerId }) => layerId)).toEqual(packs(after));
        expect([...kept, ...dropped].map(({ layerId }) => layerId).sort()).toEqual(
          packs(before).sort(),
        );
      }),
    );
  });
});
