import { describe, expect, it } from 'vitest';
import { checkLayers } from '../../src/model/diagnostics';
import { findLayer, valuesTextId, type LayerStack } from '../../src/model/layerStack';
import { reduceLayerStack } from '../../src/model/reduceLayerStack';
import { createStackFromDraft, draftLayers } from '../../src/model/profileDraft';
import { carryOf, undecidedConflicts } from '../../src/model/valuesCarry';
import type { MergeConflict } from '../../src/model/valuesMerge';
import {
  aPack,
  aVersion,
  emptyStack,
  OTHER_REGISTRY,
  providerNamed,
  reduceAll,
} from '../support/fixtures';

const CONFLICT: MergeConflict = {
  kind: 'both-changed',
  path: ['a'],
  base: '1',
  mine: '2',
  theirs: '3',
  line: 1,
};

function osOf(stack: LayerStack) {
  const layer = findLayer(stack, 'os');
  if (layer === null) throw new Error('There is no Operating System.');
  return layer;
}

function textIdOf(stack: LayerStack): string {
  const textId = valuesTextId(osOf(stack));
  if (textId === null) throw new Error('No values are shown.');
  return textId;
}

/** Version 1 of a pack, loaded and edited. */
function editedStack(): LayerStack {
  const chosen = reduceLayerStack(emptyStack(), {
    type: 'packSelected',
    layerId: 'os',
    pack: aPack('a'),
  });
  const textId = textIdOf(chosen);
  return reduceAll(
    chosen,
    { type: 'valuesLoaded', textId, base: 'a: 1\n' },
    { type: 'textCommitted', textId, text: 'a: 2\n' },
  );
}

const toVersion = (stack: LayerStack, version: string, isAutomatic = false) =>
  reduceLayerStack(stack, {
    type: 'versionSelected',
    layerId: 'os',
    version: aVersion('a', version),
    isAutomatic,
  });

/** Version 2, its defaults loaded and the edits merged, with one conflict. */
function carriedStack(): LayerStack {
  const moved = toVersion(editedStack(), '2.0.0');
  const textId = textIdOf(moved);
  return reduceAll(
    moved,
    { type: 'valuesLoaded', textId, base: 'a: 3\nb: 1\n' },
    {
      type: 'valuesCarried',
      textId,
      text: 'a: 2\nb: 1\n',
      carriedCount: 4,
      conflicts: [CONFLICT],
    },
  );
}

describe('edits and another version', () => {
  it('are on their way as soon as the version is chosen, and nothing is said yet', () => {
    const before = editedStack();
    const moved = toVersion(before, '2.0.0');
    expect(moved.notice).toBeNull();
    expect(carryOf(moved, osOf(moved))).toMatchObject({
      phase: 'waiting',
      from: { textId: textIdOf(before), pack: { name: 'a' }, cloudType: 'aws' },
    });
  });

  it('do not come along where nothing was edited', () => {
    const untouched = reduceLayerStack(editedStack(), {
      type: 'textCommitted',
      textId: textIdOf(editedStack()),
      text: 'a: 1\n',
    });
    const moved = toVersion(untouched, '2.0.0');
    expect(carryOf(moved, osOf(moved))).toBeNull();
  });

  it('become the text of the new version; undo leads back to the text as it was', () => {
    const carried = carriedStack();
    const text = carried.texts[textIdOf(carried)];
    expect(text).toEqual({ text: 'a: 2\nb: 1\n', base: 'a: 3\nb: 1\n', revision: 1 });
    const undone = reduceLayerStack(carried, { type: 'undone' });
    expect(undone.texts[textIdOf(undone)]?.text).toBe('a: 2\n');
    const redone = reduceLayerStack(undone, { type: 'redone' });
    expect(redone.texts[textIdOf(redone)]?.text).toBe('a: 2\nb: 1\n');
  });

  it('do not overwrite what was typed meanwhile', () => {
    const moved = toVersion(editedStack(), '2.0.0');
    const textId = textIdOf(moved);
    const typed = reduceAll(
      moved,
      { type: 'valuesLoaded', textId, base: 'a: 3\n' },
      { type: 'textCommitted', textId, text: 'a: 4\n' },
      { type: 'valuesCarried', textId, text: 'a: 2\n', carriedCount: 1, conflicts: [] },
    );
    expect(typed.texts[textId]?.text).toBe('a: 4\n');
    expect(carryOf(typed, osOf(typed))?.phase).toBe('dismissed');
  });

  it('stay with a version that was edited before', () => {
    const there = carriedStack();
    const back = toVersion(there, '1.0.0');
    expect(back.texts[textIdOf(back)]?.text).toBe('a: 2\n');
    expect(carryOf(back, osOf(back))).toBeNull();
    expect(back.notice).toMatchObject({ type: 'values-set-aside', version: '2.0.0' });
  });

  it('come along to the pack of the same name in another registry, past having none', () => {
    const before = editedStack();
    const none = reduceLayerStack(before, {
      type: 'registrySelected',
      layerId: 'os',
      registryUid: OTHER_REGISTRY,
    });
    expect(none.notice).toMatchObject({ type: 'values-set-aside' });
    const chosen = reduceLayerStack(none, {
      type: 'packSelected',
      layerId: 'os',
      pack: aPack('a', { registryUid: OTHER_REGISTRY, version: null }),
    });
    const moved = toVersion(chosen, '1.0.0', true);
    expect(carryOf(moved, osOf(moved))).toMatchObject({
      phase: 'waiting',
      from: { textId: textIdOf(before) },
    });
    expect(moved.notice).toBeNull();
    const other = reduceLayerStack(none, {
      type: 'packSelected',
      layerId: 'os',
      pack: aPack('b', { registryUid: OTHER_REGISTRY }),
    });
    expect(carryOf(other, osOf(other))).toBeNull();
  });

  it('come along to the file that a version is on another provider', () => {
    const before = editedStack();
    const provider = reduceLayerStack(before, {
      type: 'providerSelected',
      provider: providerNamed('azure'),
    });
    const refreshed = reduceLayerStack(provider, {
      type: 'versionSelected',
      layerId: 'os',
      version: aVersion('a', '1.0.0', { packUid: 'a-azure' }),
      isAutomatic: true,
    });
    expect(carryOf(refreshed, osOf(refreshed))?.phase).toBe('waiting');
  });

  it('are told to have stayed behind where they could not be brought', () => {
    const moved = toVersion(editedStack(), '2.0.0');
    const textId = textIdOf(moved);
    const failed = reduceLayerStack(moved, { type: 'carryFailed', textId });
    expect(carryOf(failed, osOf(failed))?.phase).toBe('failed');
    const dismissed = reduceLayerStack(failed, { type: 'carryDismissed', textId });
    expect(carryOf(dismissed, osOf(dismissed))?.phase).toBe('dismissed');
    expect(reduceLayerStack(dismissed, { type: 'carryDismissed', textId })).toBe(dismissed);
  });

  it('count their undecided conflicts as a warning until each is decided', () => {
    const carried = carriedStack();
    const codes = (stack: LayerStack) =>
      checkLayers(stack)
        .filter(({ layerId }) => layerId === 'os')
        .map(({ code, severity, params }) => [code, severity, params]);
    expect(codes(carried)).toEqual([['merge-undecided', 'warning', { count: '1' }]]);
    const decided = reduceLayerStack(carried, {
      type: 'conflictsDecided',
      textId: textIdOf(carried),
      conflicts: [0],
      side: 'theirs',
      text: 'a: 3\nb: 1\n',
    });
    expect(codes(decided)).toEqual([]);
    expect(undecidedConflicts(decided, osOf(decided))).toEqual([]);
    expect(decided.texts[textIdOf(decided)]).toMatchObject({ text: 'a: 3\nb: 1\n', revision: 2 });
  });

  it('know where the lines of the others are once a conflict of lines is decided', () => {
    const around = { above: [], below: [] };
    const lines = { ...CONFLICT, path: [], around };
    const moved = toVersion(editedStack(), '2.0.0');
    const textId = textIdOf(moved);
    const carried = reduceAll(
      moved,
      { type: 'valuesLoaded', textId, base: 'a: 3\n' },
      {
        type: 'valuesCarried',
        textId,
        text: 'a: 2\nb: 1\nc: [\n',
        carriedCount: 0,
        conflicts: [
          { ...lines, mine: 'a: 2\n', theirs: 'a: 3\na: 4\n', line: 1 },
          { ...lines, mine: 'c: [\n', theirs: null, line: 3 },
        ],
      },
    );
    const decide = (stack: LayerStack, side: 'mine' | 'theirs') =>
      reduceLayerStack(stack, { type: 'conflictsDecided', textId, conflicts: [0], side, text: '' });
    const linesOf = (stack: LayerStack) => stack.carries[textId]?.conflicts.map(({ line }) => line);
    const decided = decide(carried, 'theirs');
    expect(linesOf(decided)).toEqual([1, 4]);
    expect(linesOf(decide(decided, 'theirs'))).toEqual([1, 4]);
    expect(linesOf(decide(decided, 'mine'))).toEqual([1, 3]);
  });
});

describe('the new defaults in place of all that was carried', () => {
  const replaced = () => {
    const carried = carriedStack();
    return reduceLayerStack(carried, { type: 'carryReplaced', textId: textIdOf(carried) });
  };
  const textOf = (stack: LayerStack) => stack.texts[textIdOf(stack)]?.text;

  it('leave nothing to decide, and undo brings everything back', () => {
    const carried = carriedStack();
    const stack = replaced();
    expect(textOf(stack)).toBe(stack.texts[textIdOf(stack)]?.base);
    expect(carryOf(stack, osOf(stack))?.replaced).toBe(textOf(carried));
    expect(undecidedConflicts(stack, osOf(stack))).toEqual([]);
    const undone = reduceLayerStack(stack, { type: 'undone' });
    expect(textOf(undone)).toBe(textOf(carried));
    expect(osOf(undone)).toEqual(osOf(carried));
    expect(undecidedConflicts(undone, osOf(undone))).toHaveLength(1);
  });

  it('are no change where they are there already', () => {
    const stack = replaced();
    expect(reduceLayerStack(stack, { type: 'carryReplaced', textId: textIdOf(stack) })).toBe(stack);
  });
});

describe('a draft', () => {
  const restored = (stack: LayerStack) => {
    const draft: unknown = JSON.parse(JSON.stringify(draftLayers(stack)));
    const provider = { cloudType: stack.cloudType, layers: stack.layers.map(({ kind }) => kind) };
    return createStackFromDraft(provider, draft as ReturnType<typeof draftLayers>);
  };

  it('keeps conflicts that wait to be decided, with the side of the user', () => {
    const carried = carriedStack();
    const stack = restored(carried);
    expect(carryOf(stack, osOf(stack))).toEqual(carryOf(carried, osOf(carried)));
    const from = carryOf(carried, osOf(carried))?.from.textId ?? '';
    expect(stack.texts[from]?.text).toBe(carried.texts[from]?.text);
    expect(undecidedConflicts(stack, osOf(stack))).toHaveLength(1);
  });

  it('keeps edits that have not come yet, whether their new defaults are there or not', () => {
    const moved = toVersion(editedStack(), '2.0.0');
    const textId = textIdOf(moved);
    const load = { type: 'valuesLoaded', textId, base: 'a: 3\nb: 1\n' } as const;
    const loaded = reduceLayerStack(moved, load);
    const failed = reduceLayerStack(loaded, { type: 'carryFailed', textId });
    for (const before of [moved, loaded, failed]) {
      const stack = reduceLayerStack(restored(before), load);
      expect(carryOf(stack, osOf(stack))).toEqual(carryOf(before, osOf(before)));
      expect(stack.texts[carryOf(before, osOf(before))?.from.textId ?? '']?.text).toBe('a: 2\n');
      expect(stack.texts[textId]?.text).toBe('a: 3\nb: 1\n');
      const text = 'a: 2\nb: 1\n';
      const came = { type: 'valuesCarried', textId, text, carriedCount: 1, conflicts: [] } as const;
      const isAwaited = before !== failed;
      expect(reduceLayerStack(stack, came).texts[textId]?.text === text).toBe(isAwaited);
    }
  });

  it('forgets a carry once there is nothing to decide', () => {
    const carried = carriedStack();
    const textId = textIdOf(carried);
    const decided = reduceLayerStack(carried, {
      type: 'conflictsDecided',
      textId,
      conflicts: [0],
      side: 'mine',
      text: carried.texts[textId]?.text ?? '',
    });
    const replaced = reduceLayerStack(carried, { type: 'carryReplaced', textId });
    for (const stack of [decided, replaced]) expect(restored(stack).carries).toEqual({});
  });
});

describe('a preset', () => {
  const applied = (text: string) => {
    const stack = editedStack();
    return reduceLayerStack(stack, { type: 'presetApplied', textId: textIdOf(stack), text });
  };

  it('is a change that undo takes back and redo brings again', () => {
    const on = applied('a: 5\n');
    const text = (stack: LayerStack) => stack.texts[textIdOf(stack)];
    expect(text(on)).toMatchObject({ text: 'a: 5\n', revision: 1 });
    const off = reduceLayerStack(on, { type: 'undone' });
    expect(text(off)).toMatchObject({ text: 'a: 2\n', revision: 2 });
    expect(text(reduceLayerStack(off, { type: 'redone' }))).toMatchObject({ text: 'a: 5\n' });
  });

  it('is left to the undo of the editor once somebody typed in the text', () => {
    const on = applied('a: 5\n');
    const typed = reduceLayerStack(on, {
      type: 'textCommitted',
      textId: textIdOf(on),
      text: 'a: 55\n',
    });
    expect(typed.past.map(({ reason }) => reason)).toEqual(['packSelected']);
  });

  it('that changes nothing is no change', () => {
    const stack = editedStack();
    expect(
      reduceLayerStack(stack, { type: 'presetApplied', textId: textIdOf(stack), text: 'a: 2\n' }),
    ).toBe(stack);
  });
});
