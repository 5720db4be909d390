import { composeStories } from '@storybook/react-vite';
import { waitFor, within } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { fn } from 'storybook/test';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { VariablesPanelProps } from '../../src/components/VariablesPanel/VariablesPanel';
import { createVariable, type ProfileVariable } from '../../src/model/variables';
import * as stories from '../../stories/components/VariablesPanel.stories';
import { mount, workAsInTheBrowser } from './support/mount';

workAsInTheBrowser();

const { Some } = composeStories(stories);

const calls = {
  onAdd: fn<VariablesPanelProps['onAdd']>(),
  onChange: fn<VariablesPanelProps['onChange']>(),
  onBegunChange: fn<NonNullable<VariablesPanelProps['onBegunChange']>>(),
};

beforeEach(() => {
  for (const call of Object.values(calls)) call.mockClear();
});

const variable = (fields: Partial<ProfileVariable>): ProfileVariable => ({
  ...createVariable(),
  ...fields,
});

function openPanel(props: ComponentProps<typeof Some> = {}) {
  const mounted = mount(<Some {...calls} {...props} />);
  const { canvas } = mounted;
  return {
    ...mounted,
    window: (name: string) => canvas.findByRole('dialog', { name }),
    field: (name: string) => canvas.getByRole<HTMLInputElement>('textbox', { name }),
    press: async (name: string) => {
      canvas.getByRole('button', { name }).focus();
      await userEvent.keyboard('{Enter}');
    },
  };
}

describe('the window of a variable', () => {
  it('is named after what it does, and has its buttons in view', async () => {
    const { window, press, canvas } = openPanel();
    await press('Create variable');
    const form = await window('Create variable');
    expect(canvas.getByRole('textbox', { name: 'Name' })).toHaveFocus();
    const { bottom } = within(form).getByRole('button', { name: 'Create' }).getBoundingClientRect();
    expect(bottom).toBeLessThanOrEqual(innerHeight);
    expect(form.scrollHeight).toBeLessThanOrEqual(form.clientHeight + 1);
  });

  it('keeps what was typed however often Escape is pressed', async () => {
    const { press, field } = openPanel();
    await press('Create variable');
    await userEvent.keyboard('reg');
    for (let times = 0; times < 3; times += 1) await userEvent.keyboard('{Escape}');
    expect(field('Name')).toHaveValue('reg');
  });

  it('stays when the browser closes it, which may happen when Escape is pressed again', async () => {
    const { canvas, press, field, window } = openPanel();
    await press('Create variable');
    await userEvent.keyboard('reg');
    const form = (await window('Create variable')) as HTMLDialogElement;
    form.close();
    const asked = within(await canvas.findByRole('dialog', { name: 'Discard your changes?' }));
    expect(form.open).toBe(true);
    await userEvent.click(asked.getByRole('button', { name: 'Keep editing' }));
    expect(field('Name')).toHaveValue('reg');
  });

  it('closes at once where nothing was typed', async () => {
    const { canvas, press } = openPanel();
    await press('Create variable');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => {
      expect(canvas.queryByRole('dialog')).toBeNull();
    });
    expect(canvas.getByRole('button', { name: 'Create variable' })).toHaveFocus();
  });
});

describe('what was begun', () => {
  const begun = { name: null, variable: variable({ name: 'region', description: 'Where' }) };

  it('is handed over while it is typed, and settled with the variable', async () => {
    const { press } = openPanel();
    await press('Create variable');
    await userEvent.keyboard('reg');
    await waitFor(() => {
      expect(calls.onBegunChange.mock.lastCall).toEqual([
        { name: null, variable: createVariable('reg') },
      ]);
    });
  });

  it('is handed over when the panel is taken away in the middle of it', async () => {
    const { press, unmount } = openPanel();
    await press('Create variable');
    await userEvent.keyboard('r');
    unmount();
    expect(calls.onBegunChange.mock.lastCall).toEqual([
      { name: null, variable: createVariable('r') },
    ]);
  });

  it('is offered, and continued as it was left', async () => {
    const { canvas, press, field } = openPanel({ begun });
    expect(canvas.getByText(/You began the variable “region”/)).toBeVisible();
    await press('Continue');
    expect(field('Description')).toHaveValue('Where');
    await press('Create');
    await waitFor(() => {
      expect(calls.onAdd.mock.lastCall?.[0]).toEqual(begun.variable);
    });
    expect(calls.onBegunChange.mock.lastCall).toEqual([null]);
  });

  it('of a change goes to the variable it was for', async () => {
    const changed = variable({ name: 'pods', format: 'ipv4cidr' });
    const { press, field, window } = openPanel({ begun: { name: 'pod_cidr', variable: changed } });
    await press('Continue');
    await window('Edit Pod network');
    expect(field('Name')).toHaveAccessibleDescription(/in 2 layers change with it/);
    await press('Apply');
    await waitFor(() => {
      expect(calls.onChange.mock.lastCall).toEqual([0, changed, { renamedFrom: 'pod_cidr' }]);
    });
  });

  it('is asked for before something else is opened, and given up on request', async () => {
    const { canvas, press } = openPanel({ begun });
    await press('Create variable');
    const asked = within(await canvas.findByRole('dialog', { name: 'Discard your changes?' }));
    expect(asked.getByText(/entered for “region”/)).toBeVisible();
    await userEvent.click(asked.getByRole('button', { name: 'Keep editing' }));
    expect(calls.onBegunChange).not.toHaveBeenCalled();
    await press('Discard');
    expect(calls.onBegunChange.mock.calls).toEqual([[null]]);
  });
});

describe('opened from outside', () => {
  const faulty = [
    variable({ name: 'a' }),
    variable({ name: 'b', format: 'number', defaultValue: 'x' }),
  ];

  it('shows the variable, the focus on what is wrong, as often as it is asked for', async () => {
    const { canvas, change, press, window } = openPanel({ variables: faulty, openName: 'b' });
    await window('Edit b');
    await waitFor(() => {
      expect(canvas.getByRole('textbox', { name: 'Default value' })).toHaveFocus();
    });
    await press('Cancel');
    expect(canvas.queryByRole('dialog')).toBeNull();
    change({ openName: 'b', openToken: 1 });
    await window('Edit b');
  });

  it('goes on with what was begun for it, and leaves what was begun for another', async () => {
    const typed = variable({ name: 'b', format: 'number', defaultValue: 'xy' });
    const own = openPanel({
      variables: faulty,
      openName: 'b',
      begun: { name: 'b', variable: typed },
    });
    await own.window('Edit b');
    expect(own.field('Default value')).toHaveValue('xy');
    own.unmount();
    const other = openPanel({
      variables: faulty,
      openName: 'b',
      begun: { name: 'a', variable: typed },
    });
    expect(other.canvas.queryByRole('dialog')).toBeNull();
    expect(other.canvas.getByText(/You began to change “a”/)).toBeVisible();
  });
});

describe('asterisks that the backend keeps a secret under', () => {
  const saved = variable({
    name: 'token',
    isSensitive: true,
    defaultValue: '********',
    regex: 'x',
  });
  const checkRegex = vi.fn(async (_: string, value: string) =>
    value === '' || value.includes('x') ? ('ok' as const) : ('no-match' as const),
  );
  const panel = { variables: [saved], savedNames: new Set(['token']), checkRegex };

  it('are no fault of a saved variable that is not touched', async () => {
    const { canvas, press, field } = openPanel(panel);
    expect(canvas.getByRole('button', { name: 'token' })).not.toHaveAccessibleDescription(
      /asterisks/,
    );
    await press('token');
    await userEvent.fill(field('Description'), 'Other');
    await press('Apply');
    await waitFor(() => {
      expect(calls.onChange.mock.lastCall?.[1]).toEqual({ ...saved, description: 'Other' });
    });
  });

  it('are one under another name, or in clear', async () => {
    const { canvas, press, field } = openPanel(panel);
    await press('token');
    const value = canvas.getByLabelText('Default value');
    expect(value).toBeValid();
    await userEvent.fill(field('Name'), 'key');
    await waitFor(() => {
      expect(value).toHaveAccessibleDescription(/Enter the value again/);
    });
    await userEvent.fill(field('Name'), 'token');
    await waitFor(() => {
      expect(value).not.toHaveAccessibleDescription(/Enter the value again/);
    });
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Masked' }));
    await waitFor(() => {
      expect(value.ownerDocument.querySelector('[id$=defaultValue-error]')).not.toBeNull();
    });
  });
});

describe('the form asks as the deployment will', () => {
  it('names the options of a dropdown by their labels at the default', () => {
    const { canvas } = openPanel({ defaultOpen: { type: 'edit', name: 'registry_mirror' } });
    const options = within(canvas.getByRole('combobox', { name: /^Default value/ }))
      .getAllByRole('option')
      .map(({ textContent }) => textContent);
    expect(options).toEqual(['Choose an option', 'Europe', 'America', 'none']);
  });

  it('says in the preview that a value does not match the pattern', async () => {
    const checkRegex = vi.fn(async (regex: string, value: string) =>
      new RegExp(regex).test(value) ? ('ok' as const) : ('no-match' as const),
    );
    const { canvas } = openPanel({
      defaultOpen: { type: 'create', variable: variable({ name: 'fs', regex: '^(ext4|xfs)$' }) },
      checkRegex,
    });
    const preview = within(canvas.getByRole('region', { name: 'Preview' }));
    const field = preview.getByRole('textbox', { name: 'fs' });
    await userEvent.fill(field, 'ntfs');
    await waitFor(() => {
      expect(field).toHaveAccessibleDescription('This does not match the pattern ^(ext4|xfs)$.');
    });
    await userEvent.fill(field, 'xfs');
    await waitFor(() => {
      expect(field).not.toHaveAccessibleDescription();
    });
  });
});
