import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { PresetPicker } from '../../src/components/PresetPicker/PresetPicker';
import { StackCommandsContext } from '../../src/components/ui/StackCommands';
import { findLayer } from '../../src/model/layerStack';
import type { PackPreset } from '../../src/model/packs';
import { fullStack, reduceAll } from '../support/fixtures';

const TEXT_ID = 'values/k8s/public/k8s-pack-1.0.0';
const preset = (name: string, add: string): PackPreset => ({
  group: 'G',
  name,
  displayName: name,
  remove: [],
  add,
});
const presets = [preset('good', 'b: 1\n'), preset('bad', 'a: b: c\n')];

async function choose(text: string, name: string) {
  const stack = reduceAll(
    fullStack(),
    { type: 'valuesLoaded', textId: TEXT_ID, base: 'k8s: true\n' },
    { type: 'textCommitted', textId: TEXT_ID, text },
  );
  const layer = findLayer(stack, 'k8s');
  if (layer === null) throw new Error('There is no Kubernetes.');
  const commands = { getStack: () => stack, send: () => undefined, flush: () => undefined };
  render(
    <StackCommandsContext value={commands}>
      <PresetPicker stack={stack} layer={layer} presets={presets} />
    </StackCommandsContext>,
  );
  await userEvent.click(screen.getByRole('radio', { name }));
}

describe('PresetPicker, where a preset cannot be worked in', () => {
  it('says that the text is the reason', async () => {
    await choose('k8s: [\n', 'good');
    expect(await screen.findByText(/values are not valid YAML at the moment/)).toBeVisible();
  });

  it('says that the preset is the reason', async () => {
    await choose('k8s: false\n', 'bad');
    expect(await screen.findByText(/What a preset of this pack adds cannot be read/)).toBeVisible();
  });
});
