import { composeStories } from '@storybook/react-vite';
import { waitFor, within } from '@testing-library/react';
import { fn } from 'storybook/test';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { LayerStackView } from '../../src/components/LayerStackView/LayerStackView';
import type { ChoiceEvent } from '../../src/model/layerChoice';
import type { Provider } from '../../src/model/providers';
import * as pickerStories from '../../stories/components/LayerPicker.stories';
import * as providerStories from '../../stories/components/ProviderPicker.stories';
import * as stackStories from '../../stories/components/LayerStackView.stories';
import { mount, workAsInTheBrowser } from './support/mount';

workAsInTheBrowser();

const { BuiltIn } = composeStories(providerStories);
const { ListOpen, Many, DeprecatedShown, GroupChosen, Typed } = composeStories(pickerStories);

describe('the provider', () => {
  it('is chosen with the arrow keys, across both groups', async () => {
    const onChange = fn<(provider: Provider) => void>();
    const { canvas } = mount(<BuiltIn onChange={onChange} />);
    await userEvent.tab();
    expect(canvas.getByRole('radio', { name: 'AWS IaaS' })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    expect(canvas.getByRole('radio', { name: 'Azure IaaS' })).toBeChecked();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
    expect(canvas.getByRole('radio', { name: 'GCP GKE' })).toBeChecked();
    expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ cloudType: 'gke' }));
  });
});

function openPicker(Story: typeof ListOpen) {
  const onChoice = fn<(event: ChoiceEvent) => void>();
  const { canvas } = mount(<Story onChoice={onChoice} />);
  const choices = (type: ChoiceEvent['type']) =>
    onChoice.mock.calls.map(([event]) => event).filter((event) => event.type === type);
  return {
    canvas,
    choices,
    list: () => canvas.findByRole('listbox', { name: 'Packs' }),
    search: () => canvas.findByRole('searchbox', { name: 'Pack Name' }),
  };
}

describe('the list of packs', () => {
  it('is searched, walked and chosen from without leaving the field', async () => {
    const { canvas, choices, list, search } = openPicker(ListOpen);
    const packs = await list();
    await within(packs).findByRole('option', { name: /RKE2/ });
    const field = await search();
    await userEvent.click(field);
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() => {
      expect(field).toHaveAttribute('aria-activedescendant');
    });
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(field).toHaveFocus();
    // Moving chooses nothing.
    expect(choices('packSelected')).toEqual([]);
    await userEvent.keyboard('{Enter}');
    const change = await canvas.findByRole('button', { name: 'Change pack RKE2' });
    await waitFor(() => {
      expect(change).toHaveFocus();
    });
    expect(choices('packSelected')).toHaveLength(1);
    await waitFor(() => {
      expect(choices('versionSelected')).toHaveLength(1);
    });
  });

  it('walks to another pack when one is chosen already, and keeps it until Enter', async () => {
    const { canvas, choices, list, search } = openPicker(GroupChosen);
    await userEvent.click(await canvas.findByRole('button', { name: /^Change pack/ }));
    const field = await search();
    await waitFor(() => {
      expect(field).toHaveFocus();
    });
    await list();
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() => {
      expect(field).toHaveAttribute('aria-activedescendant');
    });
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(choices('packSelected')).toEqual([]);
    expect(await list()).toBeVisible();
  });

  it('closes when what is chosen is chosen again, and changes nothing', async () => {
    const { canvas, choices, list } = openPicker(GroupChosen);
    await userEvent.click(await canvas.findByRole('button', { name: /^Change pack/ }));
    const chosen = await within(await list()).findByRole('option', { name: /Palette eXtended/ });
    expect(chosen).toHaveAttribute('aria-selected', 'true');
    await userEvent.click(chosen);
    await waitFor(() => {
      expect(canvas.getByRole('button', { name: /^Change pack Palette/ })).toHaveFocus();
    });
    expect(choices('packSelected')).toEqual([]);
  });

  it('gives the focus to Change after a click', async () => {
    const { canvas, list } = openPicker(ListOpen);
    await userEvent.click(await within(await list()).findByRole('option', { name: /RKE2/ }));
    await waitFor(() => {
      expect(canvas.getByRole('button', { name: 'Change pack RKE2' })).toHaveFocus();
    });
  });

  it('shows deprecated packs and does not let them be chosen', async () => {
    const { choices, list } = openPicker(DeprecatedShown);
    const packs = await list();
    const option = await within(packs).findByRole('option', { name: /cni-cilium .*Deprecated/ });
    expect(option).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(option, { force: true });
    expect(choices('packSelected')).toEqual([]);
    expect(packs).toBeVisible();
  });

  it('shows a part of many packs and finds the rest', async () => {
    const { canvas, list, search } = openPicker(Many);
    const packs = await list();
    expect(await within(packs).findAllByRole('option')).toHaveLength(200);
    await userEvent.fill(await search(), 'linux 480');
    await waitFor(() => {
      expect(within(packs).getAllByRole('option')).toHaveLength(1);
    });
    expect(canvas.getByText('1 of 480 packs')).toBeVisible();
  });
});

describe('the version', () => {
  it('is a group that follows new releases, or one of its versions', async () => {
    const { canvas, choices } = openPicker(GroupChosen);
    const versions = await canvas.findByRole('combobox', { name: 'Pack Version' });
    expect(versions).toHaveValue('1.33.x');
    const group = within(versions).getByRole('group', { name: 'Versions in 1.33.x' });
    expect(
      within(group)
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual(['1.33.x → 1.33.9 today', '1.33.9', '1.33.6']);
    await userEvent.selectOptions(versions, '1.33.6');
    expect(choices('versionSelected')).toEqual([
      expect.objectContaining({
        version: expect.objectContaining({ tag: '1.33.6', version: '1.33.6' }) as unknown,
      }),
    ]);
    await waitFor(() => {
      expect(versions).toHaveAccessibleDescription('Stays on 1.33.6.');
    });
  });

  it('is typed with the name where the registry cannot be searched', async () => {
    const { canvas, choices } = openPicker(Typed);
    const version = await canvas.findByRole('textbox', { name: 'Pack Version' });
    await userEvent.fill(version, '2026.2.0');
    expect(choices('packTyped').at(-1)).toMatchObject({
      name: 'hardened-linux',
      version: '2026.2.0',
      registryUid: 'registry-platform-helm',
    });
    expect(version).toHaveValue('2026.2.0');
  });
});

describe('the stack', () => {
  it('names each layer by its place, its kind and what it holds', () => {
    const { canvas } = mount(<LayerStackView {...stackStories.default.args} />);
    expect(
      canvas.getAllByRole('button').map((button) => button.textContent.replace(/^\d/, '')),
    ).toHaveLength(4);
    for (const name of [
      /^Layer 4 of 4, Storage, Amazon EBS CSI 1\.48\.0/,
      /^Layer 3 of 4, Network, Calico 3\.30\.3 *1 manifest$/,
      /^Layer 2 of 4, Kubernetes, Palette eXtended Kubernetes 1\.33\.x/,
      /^Layer 1 of 4, Operating System, Ubuntu 22\.04$/,
    ]) {
      expect(canvas.getByRole('button', { name })).toBeVisible();
    }
  });

  it('is a list from the top layer down', () => {
    const { canvas } = mount(
      <LayerStackView {...stackStories.default.args} {...stackStories.EightLayers.args} />,
    );
    const list = canvas.getByRole('list', { name: 'Profile stack' });
    expect(list).toHaveAttribute('reversed');
    expect(within(list).getAllByRole('listitem')).toHaveLength(8);
    const [top] = within(list).getAllByRole('button');
    expect(top).toHaveAccessibleName(/^Layer 8 of 8, Add-on, Backup of everything/);
  });
});
