import { describe, expect, it } from 'vitest';
import {
  isInPlace,
  renamedTexts,
  textWithReference,
} from '../../src/components/StackWork/variableTexts';
import type { LayerStack } from '../../src/model/layerStack';
import { reduceLayerStack } from '../../src/model/reduceLayerStack';
import { createVariable } from '../../src/model/variables';
import { aPack, aVersion, emptyStack, reduceAll } from '../support/fixtures';

const idOf = (version: string) => `values/os/public/os-pack-${version}`;
const choose = (version: string) =>
  ({
    type: 'packSelected',
    layerId: 'os',
    pack: aPack('os-pack', { version: aVersion('os-pack', version) }),
  }) as const;
const type = (version: string, text: string) =>
  ({ type: 'textCommitted', textId: idOf(version), text }) as const;
const REFERENCE = "a: '{{.spectro.var.old}}'\n";
const RENAMED = "a: '{{.spectro.var.new}}'\n";

function rename(stack: LayerStack): LayerStack {
  const variable = createVariable('new');
  return reduceLayerStack(stack, {
    type: 'variableChanged',
    index: 0,
    variable,
    ...renamedTexts(stack, 'old', 'new'),
  });
}

const start = reduceAll(
  emptyStack(),
  { type: 'variableAdded', variable: createVariable('old') },
  choose('1.0.0'),
  type('1.0.0', REFERENCE),
);

describe('a new name', () => {
  it('reaches the texts of other versions, which undo brings back', () => {
    const renamed = rename(reduceAll(start, choose('2.0.0'), type('2.0.0', 'b: 1\n')));
    expect(renamed.texts[idOf('1.0.0')]?.text).toBe(RENAMED);
    expect(renamed.texts[idOf('2.0.0')]?.text).toBe('b: 1\n');
    const back = reduceLayerStack(renamed, { type: 'undone' });
    expect(back.layers[0]?.pack?.version?.tag).toBe('1.0.0');
    expect(back.texts[idOf('1.0.0')]?.text).toBe(RENAMED);
  });

  it('reaches the texts that a preset took the place of, and leaves the preset undoable', () => {
    const preset = { type: 'presetApplied', textId: idOf('1.0.0'), text: 'a: preset\n' } as const;
    const renamed = rename(reduceAll(start, preset));
    expect(renamed.texts[idOf('1.0.0')]?.text).toBe('a: preset\n');
    const back = reduceLayerStack(renamed, { type: 'undone' });
    expect(back.texts[idOf('1.0.0')]?.text).toBe(RENAMED);
    expect(reduceLayerStack(back, { type: 'redone' }).texts[idOf('1.0.0')]?.text).toBe(
      'a: preset\n',
    );
    // Undone before the new name came.
    const undone = rename(reduceAll(start, preset, { type: 'undone' }));
    const again = reduceAll(undone, { type: 'redone' }, { type: 'undone' });
    expect(again.texts[idOf('1.0.0')]?.text).toBe(RENAMED);
  });

  it('reaches comments, and manifests that were removed', () => {
    const commented = '# a: "{{.spectro.var.old}}"\n';
    const stack = reduceAll(
      start,
      type('1.0.0', commented),
      { type: 'manifestAdded', layerId: 'os', name: 'm', content: REFERENCE },
      { type: 'manifestRemoved', layerId: 'os', manifestId: 'manifest-1' },
    );
    const renamed = rename(stack);
    expect(renamed.texts[idOf('1.0.0')]?.text).toBe(commented.replace('old', 'new'));
    expect(renamed.texts['manifest/manifest-1']?.text).toBe(RENAMED);
  });

  it('leaves the texts that do not refer to it as they are', () => {
    const stack = reduceAll(start, type('1.0.0', "a: '{{.spectro.var.older}}'\n"));
    expect(renamedTexts(stack, 'old', 'new')).toEqual({ texts: {}, pastTexts: [] });
  });
});

describe('a value that becomes a variable', () => {
  const place = { textId: idOf('1.0.0'), from: 3, to: 4, text: '1', value: '1', path: ['a'] };

  it('is replaced only where it still stands', () => {
    const stack = reduceAll(start, type('1.0.0', 'a: 1 # one\n'));
    expect(isInPlace(stack, place)).toBe(true);
    expect(textWithReference(stack, place, createVariable('x'))).toEqual({
      [place.textId]: "a: '{{.spectro.var.x}}' # one\n",
    });
    expect(isInPlace(reduceAll(stack, type('1.0.0', 'b: 0\n')), place)).toBe(false);
    expect(isInPlace(emptyStack(), place)).toBe(false);
  });
});
