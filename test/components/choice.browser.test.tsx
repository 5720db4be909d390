import { composeStories } from '@storybook/react-vite';
import { waitFor, within } from '@testing-library/react';
import { fn } from 'storybook/test';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { LayerStackView } from '../../src/components/LayerStackView/LayerStackView';
import type { ChoiceEvent } from '../../src/model/layerChoice';
import type { Provider } from '../../src/model/providers';
import * as pickerStories from '../../stories/components/LayerPicker.stories';
import * as compareStories from '../../stories/components/ComparePacks.stories';
import * as choiceStories from '../../stories/states/Choice.stories';
import * as providerStories from '../../stories/components/ProviderPicker.stories';
import * as stackStories from '../../stories/components/LayerStackView.stories';
import { mount, workAsInTheBrowser } from './support/mount';

workAsInTheBrowser();

const { BuiltIn } = composeStories(providerStories);
const {
  ListOpen,
  Many,
  DeprecatedShown,
  GroupChosen,
  Typed,
  TenThousand,
  VersionMisfit,
  VersionDisabled,
} = composeStories(pickerStories);
const { ProviderAsked } = composeStories(choiceStories);
const { Values: Compared, Presets } = composeStories(compareStories);

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
    expect(await within(packs).findAllByRole('option')).toHaveLength(40);
    await userEvent.fill(await search(), 'linux 480');
    await waitFor(() => {
      expect(within(packs).getAllByRole('option')).toHaveLength(1);
    });
    expect(canvas.getByText('1 of 480 packs')).toBeVisible();
  });
});

describe('the keys of the search field', () => {
  it('go round the ends of the list, and by pages', async () => {
    const { list, search } = openPicker(TenThousand);
    const packs = await list();
    await within(packs).findAllByRole('option');
    const field = await search();
    await userEvent.click(field);
    const active = () =>
      packs.querySelector(`[id="${field.getAttribute('aria-activedescendant') ?? ''}"]`)
        ?.textContent ?? null;
    await userEvent.keyboard('{ArrowUp}');
    expect(active()).toMatch(/Linux 00040/);
    await userEvent.keyboard('{ArrowDown}');
    expect(active()).toMatch(/Linux 00001/);
    await userEvent.keyboard('{PageDown}');
    expect(active()).toMatch(/Linux 00009/);
    await userEvent.keyboard('{PageUp}{PageUp}');
    expect(active()).toMatch(/Linux 00001/);
    expect(packs.contains(document.activeElement)).toBe(false);
  });

  it('take the best match with Enter, and clear with Escape', async () => {
    const { canvas, choices, list, search } = openPicker(TenThousand);
    await within(await list()).findAllByRole('option');
    const field = await search();
    await userEvent.click(field);
    await userEvent.keyboard('47112{Escape}');
    expect(field).toHaveValue('');
    await userEvent.keyboard('4711');
    expect(await canvas.findByText('1 of 10000 packs')).toBeVisible();
    expect(choices('packSelected')).toEqual([]);
    await userEvent.keyboard('{Enter}');
    expect(choices('packSelected')).toMatchObject([{ pack: { name: 'linux-04711' } }]);
  });

  it('choose nothing by Enter before a row was gone to', async () => {
    const { choices, list, search } = openPicker(ListOpen);
    await within(await list()).findAllByRole('option');
    await userEvent.click(await search());
    await userEvent.keyboard('{Enter}');
    expect(choices('packSelected')).toEqual([]);
  });
});

describe('what does not fit', () => {
  it('is read out with the version field', async () => {
    const { canvas } = openPicker(VersionMisfit);
    const versions = await canvas.findByRole('combobox', { name: 'Pack Version' });
    await waitFor(() => {
      expect(versions).toHaveAccessibleDescription(
        /It does not fit the stack ?Works with Palette eXtended Kubernetes ≥ 1\.32; 1\.31\.14 is chosen/,
      );
    });
  });

  it('is looked up for the other versions only when somebody goes to the field', async () => {
    const { canvas } = openPicker(VersionMisfit);
    const versions = await canvas.findByRole('combobox', { name: 'Pack Version' });
    await canvas.findByText('It does not fit the stack');
    const marked = () =>
      within(versions)
        .getAllByRole('option')
        .filter((option) => option.textContent.includes('does not fit'));
    // The chosen version, and the group that stands for it.
    expect(marked()).toHaveLength(2);
    expect(within(versions).getByRole('option', { name: '3.30.3' })).toBeInTheDocument();
  });
});

describe('the closed list of versions', () => {
  it('cuts no name: what the chosen version does not fit is told below', async () => {
    const { canvas } = openPicker(VersionMisfit);
    const versions = await canvas.findByRole('combobox', { name: 'Pack Version' });
    await waitFor(() => {
      expect(versions).toHaveDisplayValue('3.31.0 · does not fit');
    });
    expect(
      within(versions).getByRole('option', {
        name: '3.31.x → 3.31.0 today · does not fit Palette eXtended Kubernetes',
      }),
    ).toBeInTheDocument();
    expect(canvas.getByText(/^Works with Palette eXtended Kubernetes ≥ 1\.32/)).toBeVisible();
  });

  it('does not let a version be chosen that is disabled', async () => {
    const { canvas } = openPicker(VersionDisabled);
    const versions = await canvas.findByRole('combobox', { name: 'Pack Version' });
    expect(
      await within(versions).findByRole('option', { name: '3.29.5 · disabled' }),
    ).toBeDisabled();
    expect(within(versions).getByRole('option', { name: /^3\.28\.4 · deprecated/ })).toBeEnabled();
  });
});

describe('a comparison', () => {
  it('stays where it is, whatever it shows', async () => {
    const { canvas } = openPicker(Presets);
    await userEvent.click(
      await canvas.findByRole('button', { name: /^Compare versions of Palette eXtended/ }),
    );
    const dialog = await canvas.findByRole('dialog');
    const place = () => {
      const { top, height } = dialog.getBoundingClientRect();
      return { top, height };
    };
    await within(dialog).findByRole('tab', { name: 'Presets' });
    const before = place();
    for (const name of ['Presets', 'README', 'Values']) {
      await userEvent.click(within(dialog).getByRole('tab', { name }));
      await waitFor(() => {
        expect(dialog.querySelector('.cpb-Spinner, .cpb-Loading')).toBeNull();
      });
      expect(place()).toEqual(before);
    }
    // All of what is looked at can be read.
    const version = within(dialog).getAllByRole('combobox', { name: 'Version' })[0];
    await userEvent.selectOptions(version ?? dialog, '1.33.x');
    expect(version).toHaveDisplayValue('1.33.x → 1.33.9 today');
    expect(version?.clientWidth).toBeGreaterThan(260);
  });

  it('is opened, left with Escape and gives the focus back', async () => {
    const { canvas } = openPicker(Compared);
    const compare = await canvas.findByRole('button', { name: 'Compare versions of Calico' });
    await userEvent.click(compare);
    expect(await canvas.findByRole('dialog', { name: 'Compare Calico' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => {
      expect(canvas.queryByRole('dialog')).not.toBeInTheDocument();
    });
    expect(compare).toHaveFocus();
  });
});

describe('another provider', () => {
  it('is asked about by the arrow keys while the chosen one stays checked', async () => {
    const { canvas } = mount(<ProviderAsked />);
    const aws = await canvas.findByRole('radio', { name: 'AWS IaaS' });
    aws.focus();
    await userEvent.keyboard('{ArrowDown}');
    await canvas.findByRole('region', { name: 'Change to Azure IaaS?' });
    expect(aws).toBeChecked();
    await userEvent.keyboard('{ArrowDown}');
    await canvas.findByRole('region', { name: 'Change to Edge Native?' });
    expect(canvas.getByRole('radio', { name: 'Edge Native' })).toHaveFocus();
    expect(aws).toBeChecked();
    await userEvent.click(canvas.getByRole('button', { name: 'Change to Edge Native' }));
    await waitFor(() => {
      expect(canvas.getByRole('radio', { name: 'Edge Native' })).toHaveFocus();
    });
    expect(canvas.getByRole('radio', { name: 'Edge Native' })).toBeChecked();
    expect(canvas.queryByRole('region')).not.toBeInTheDocument();
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
