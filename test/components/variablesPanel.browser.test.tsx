import { composeStories } from '@storybook/react-vite';
import { act, waitFor, within } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { fn } from 'storybook/test';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { VariablesPanelProps } from '../../src/components/VariablesPanel/VariablesPanel';
import { createVariable, type ProfileVariable } from '../../src/model/variables';
import * as stories from '../../stories/components/VariablesPanel.stories';
import { mount, workAsInTheBrowser } from './support/mount';

workAsInTheBrowser();

const { Some, Empty } = composeStories(stories);

const calls = {
  onAdd: fn<VariablesPanelProps['onAdd']>(),
  onChange: fn<VariablesPanelProps['onChange']>(),
  onRemove: fn<VariablesPanelProps['onRemove']>(),
  onMove: fn<VariablesPanelProps['onMove']>(),
  onClose: fn<() => void>(),
  onDirtyChange: fn<(isDirty: boolean) => void>(),
};

beforeEach(() => {
  for (const call of Object.values(calls)) call.mockClear();
});

/** A text somewhere in another. */
const some = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
const variable = (fields: Partial<ProfileVariable>): ProfileVariable => ({
  ...createVariable(),
  ...fields,
});

function openPanel(props: ComponentProps<typeof Some> = {}, Story: typeof Some = Some) {
  const { canvas, container } = mount(<Story {...calls} {...props} />);
  const button = (name: string) => canvas.getByRole('button', { name });
  return {
    canvas,
    container,
    button,
    field: (name: string) => canvas.getByRole<HTMLInputElement>('textbox', { name }),
    box: (name: string) => canvas.getByRole('checkbox', { name }),
    select: (name: string) => canvas.getByRole('combobox', { name }),
    press: async (name: string) => {
      // By keyboard: what is said when a field is left moves what stands below it.
      button(name).focus();
      await userEvent.keyboard('{Enter}');
    },
    rows: () =>
      within(canvas.getByRole('list', { name: 'Variables' }))
        .getAllByRole('listitem')
        .map((row) => row.querySelector('button')?.textContent),
    said: () => canvas.getAllByRole('status').map(({ textContent }) => textContent),
    dialog: (name: string) => within(canvas.getByRole('dialog', { name })),
  };
}

const edit = (name: string) => ({ defaultOpen: { type: 'edit', name } }) as const;
const create = (fields: Partial<ProfileVariable>) =>
  ({ defaultOpen: { type: 'create', variable: variable(fields) } }) as const;

describe('the list', () => {
  it('says of each what it is, and where it is used', () => {
    const { button, rows } = openPanel();
    expect(rows()).toEqual([
      'Pod network',
      'Registry mirror',
      'Password of the virtual address',
      'storage_class',
      'CA bundle',
    ]);
    expect(button('Pod network')).toHaveAccessibleDescription(
      'IPv4 CIDR Default: 192.168.0.0/16 Used in 2 layers: Kubernetes, Network',
    );
    expect(button('storage_class')).toHaveAccessibleDescription(some('Used in 1 layer: Storage'));
    expect(button('CA bundle')).toHaveAccessibleDescription(some('Not used yet'));
    const secret = button('Password of the virtual address').closest('li')!;
    for (const badge of ['Required', 'Hidden', 'Masked']) {
      expect(within(secret).getByText(badge)).toBeVisible();
    }
  });

  it('never shows a masked default', () => {
    const { container } = openPanel();
    expect(container.innerHTML).not.toContain('correct horse');
  });

  it('shows what is wrong, in words', () => {
    const { button } = openPanel({
      variables: [
        variable({ name: 'a', isReadOnly: true }),
        variable({ name: 'a', format: 'number', defaultValue: 'x' }),
        variable({ name: 'secret', isSensitive: true, defaultValue: '********' }),
      ],
      usage: new Map(),
    });
    expect(button('secret')).toHaveAccessibleDescription(some('Enter the value again.'));
    const [first, second] = within(document.body).getAllByRole('button', { name: 'a' });
    expect(first).toHaveAccessibleDescription(some('Default value: It is read-only'));
    expect(second).toHaveAccessibleDescription(some('Name: Another variable has the name “a”.'));
    expect(second).toHaveAccessibleDescription(some('Default value: Enter a number'));
  });

  it('fits 360 pixels without scrolling sideways', () => {
    const { container } = mount(
      <div style={{ inlineSize: 360 }}>
        <stories.default.component
          {...stories.default.args}
          {...calls}
          variables={[
            variable({
              name: 'n'.repeat(80),
              displayName: 'd'.repeat(80),
              defaultValue: 'x'.repeat(90),
            }),
          ]}
        />
      </div>,
    );
    const box = container.firstElementChild!;
    expect(box.scrollWidth).toBeLessThanOrEqual(box.clientWidth);
  });
});

describe('an empty panel', () => {
  it('teaches what a variable is, and creates the first', async () => {
    const { canvas, button, field, press, rows } = openPanel({}, Empty);
    expect(canvas.getByText(some('set when a cluster is deployed'))).toBeVisible();
    expect(canvas.getByText("'{{.spectro.var.name}}'")).toBeVisible();
    await press('Create variable');
    expect(field('Name')).toHaveFocus();
    await userEvent.keyboard('region{Enter}');
    await waitFor(() => {
      expect(rows()).toEqual(['region']);
    });
    expect(calls.onAdd.mock.calls).toEqual([[createVariable('region'), 0]]);
    expect(button('region')).toHaveFocus();
  });
});

describe('copying', () => {
  function spyOnClipboard() {
    const spy = vi.spyOn(navigator.clipboard, 'writeText');
    onTestFinished(() => {
      spy.mockRestore();
    });
    return spy;
  }

  it('puts the reference in quotes that suit the value', async () => {
    const writeText = spyOnClipboard().mockResolvedValue();
    const { button, said } = openPanel({
      variables: [variable({ name: 'a' }), variable({ name: 'b', defaultValue: "it's" })],
    });
    await userEvent.click(button("Copy '{{.spectro.var.a}}'"));
    await waitFor(() => {
      expect(said()).toContain("'{{.spectro.var.a}}' was copied.");
    });
    await userEvent.click(button('Copy "{{.spectro.var.b}}"'));
    expect(writeText.mock.calls).toEqual([["'{{.spectro.var.a}}'"], ['"{{.spectro.var.b}}"']]);
  });

  it('shows the reference to be selected when the browser refuses', async () => {
    spyOnClipboard().mockRejectedValue(new Error('denied'));
    const { canvas, button } = openPanel();
    await userEvent.click(button("Copy '{{.spectro.var.pod_cidr}}'"));
    expect(await canvas.findByText(some('did not allow copying'))).toBeVisible();
    expect(canvas.getByText("'{{.spectro.var.pod_cidr}}'")).toBeVisible();
  });
});

describe('ordering', () => {
  it('moves by buttons, says where to, and keeps the focus', async () => {
    const { button, press, rows, said } = openPanel();
    await press('Move down Pod network');
    expect(rows().slice(0, 2)).toEqual(['Registry mirror', 'Pod network']);
    expect(said()).toContain('“Pod network” moved to position 2 of 5.');
    expect(button('Move down Pod network')).toHaveFocus();
    await press('Move up Registry mirror');
    expect(calls.onMove.mock.calls).toEqual([[0, 1]]);
  });

  it('moves by Alt and an arrow key', async () => {
    const { button, rows } = openPanel();
    button('CA bundle').focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
    await waitFor(() => {
      expect(rows()[2]).toBe('CA bundle');
    });
    expect(button('CA bundle')).toHaveFocus();
  });

  it('moves by dragging with the mouse', async () => {
    const { canvas, rows } = openPanel();
    const items = () => canvas.getAllByRole('listitem');
    await waitFor(() => {
      expect(items()[0]).toHaveAttribute('draggable', 'true');
    });
    const { height } = items()[1]!.getBoundingClientRect();
    await userEvent.dragAndDrop(items()[0]!, items()[1]!, {
      sourcePosition: { x: 10, y: 10 },
      targetPosition: { x: 10, y: height - 4 },
    });
    await waitFor(() => {
      expect(rows().slice(0, 2)).toEqual(['Registry mirror', 'Pod network']);
    });
  });
});

describe('deleting', () => {
  it('goes on with the next row, and can be undone', async () => {
    const { button, press, rows, said } = openPanel();
    await press('Delete Password of the virtual address');
    await waitFor(() => {
      expect(button('storage_class')).toHaveFocus();
    });
    expect(said()).toContain('“Password of the virtual address” was deleted.');
    await press('Undo');
    await waitFor(() => {
      expect(button('Password of the virtual address')).toHaveFocus();
    });
    expect(rows()[2]).toBe('Password of the virtual address');
    expect(calls.onAdd.mock.calls[0]?.[1]).toBe(2);
    expect(calls.onAdd.mock.calls[0]?.[0].defaultValue).toBe('correct horse battery staple');
  });

  it('asks when texts refer to it, and says in which layers', async () => {
    const { button, press, dialog, rows } = openPanel();
    await press('Delete Pod network');
    const asked = dialog('Delete “Pod network”?');
    expect(asked.getByText(some('used in 2 layers: Kubernetes, Network.'))).toBeVisible();
    await userEvent.click(asked.getByRole('button', { name: 'Keep' }));
    expect(rows()).toHaveLength(5);
    expect(button('Delete Pod network')).toHaveFocus();

    await userEvent.keyboard('{Enter}');
    await userEvent.click(dialog('Delete “Pod network”?').getByRole('button', { name: 'Delete' }));
    await waitFor(() => {
      expect(button('Registry mirror')).toHaveFocus();
    });
    expect(rows()).toHaveLength(4);
    expect(button('Undo')).toBeVisible();
  });

  it('of the last goes on with Create variable', async () => {
    const { button, press } = openPanel({ variables: [variable({ name: 'a' })] });
    await press('Delete a');
    await waitFor(() => {
      expect(button('Create variable')).toHaveFocus();
    });
  });
});

describe('the form', () => {
  it('gives what was typed, tidied', async () => {
    const { field, box, select, press } = openPanel();
    await press('Create variable');
    await userEvent.fill(field('Name'), ' nodes ');
    await userEvent.fill(field('Display name'), 'Number of nodes ');
    await userEvent.fill(field('Description'), 'At least 3.');
    await userEvent.selectOptions(select('Format'), 'Number');
    await userEvent.fill(field('Default value'), ' 3');
    await userEvent.fill(field('Pattern'), '^\\d$');
    await userEvent.click(box('Required'));
    await userEvent.click(box('Read-only'));
    await press('Create');
    await waitFor(() => {
      expect(calls.onAdd).toHaveBeenCalledTimes(1);
    });
    expect(calls.onAdd.mock.lastCall).toEqual([
      {
        name: 'nodes',
        displayName: 'Number of nodes',
        description: 'At least 3.',
        format: 'number',
        inputType: 'text',
        options: [],
        regex: '^\\d$',
        isRequired: true,
        defaultValue: '3',
        isSensitive: false,
        isHidden: false,
        isReadOnly: true,
      },
      5,
    ]);
  });

  it('is quiet until something was typed, and goes back to the button', async () => {
    const { button, canvas, press } = openPanel();
    await press('Create variable');
    expect(canvas.queryByText('Enter a name.')).toBeNull();
    await press('Cancel');
    expect(button('Create variable')).toHaveFocus();
    expect(calls.onDirtyChange).not.toHaveBeenCalled();
  });

  it('says nothing of a field that only the window was left with', async () => {
    const { canvas, field, press } = openPanel();
    await press('Create variable');
    const name = field('Name');
    name.focus();
    // As browsers tell it: the field stays the active element.
    name.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    await userEvent.keyboard('pod_cidr');
    expect(name).not.toBeInvalid();
    expect(canvas.queryByText(/Another variable has the name/)).toBeNull();
    await userEvent.keyboard('{Tab}');
    await waitFor(() => {
      expect(name).toBeInvalid();
    });
  });

  it('asks before what was typed is given up', async () => {
    const { canvas, button, field, press, dialog } = openPanel({ ...edit('pod_cidr') });
    await userEvent.fill(field('Description'), 'Other');
    await waitFor(() => {
      expect(calls.onDirtyChange).toHaveBeenLastCalledWith(true);
    });
    await userEvent.keyboard('{Escape}');
    const asked = dialog('Discard your changes?');
    await userEvent.click(asked.getByRole('button', { name: 'Keep editing' }));
    expect(field('Description')).toHaveValue('Other');

    await press('Cancel');
    await userEvent.click(dialog('Discard your changes?').getByRole('button', { name: 'Discard' }));
    await waitFor(() => {
      expect(button('Pod network')).toHaveFocus();
    });
    expect(canvas.queryByRole('dialog')).toBeNull();
    expect(calls.onDirtyChange).toHaveBeenLastCalledWith(false);
    expect(calls.onChange).not.toHaveBeenCalled();
    await press('Close variables');
    expect(calls.onClose).toHaveBeenCalledTimes(1);
  });

  it('says what is wrong when a field is left, and takes it away when it is mended', async () => {
    const { canvas, field, press } = openPanel();
    await press('Create variable');
    await userEvent.keyboard('pod_cidr');
    expect(field('Name')).not.toBeInvalid();
    await userEvent.keyboard('{Tab}');
    await waitFor(() => {
      expect(field('Name')).toHaveAccessibleDescription(some('Another variable has the name'));
    });
    expect(field('Name')).toBeInvalid();
    await userEvent.fill(field('Name'), 'pods');
    await waitFor(() => {
      expect(canvas.queryByText(some('Another variable'))).toBeNull();
    });
  });

  it('asks for a default as soon as nobody else could give one', async () => {
    const { field, box } = openPanel({ ...create({ name: 'x' }) });
    const value = () => field('Default value');
    await userEvent.click(box('Required'));
    await waitFor(() => {
      expect(value()).toHaveAccessibleDescription(some('some versions of the API'));
    });
    expect(value()).not.toBeInvalid();
    await userEvent.click(box('Hidden'));
    await waitFor(() => {
      expect(value()).toHaveAccessibleDescription(some('required, but hidden'));
    });
    expect(value()).toBeInvalid();
    await userEvent.click(box('Hidden'));
    await userEvent.click(box('Required'));
    await waitFor(() => {
      expect(value()).not.toHaveAccessibleDescription();
    });
  });

  it('is not submitted with an error, but with a warning', async () => {
    const { field, press } = openPanel({ ...create({ name: 'x', isReadOnly: true }) });
    await press('Create');
    await waitFor(() => {
      expect(field('Default value')).toHaveFocus();
    });
    expect(calls.onAdd).not.toHaveBeenCalled();
    await userEvent.keyboard('a{Enter}');
    await waitFor(() => {
      expect(calls.onAdd).toHaveBeenCalledTimes(1);
    });
  });

  it('renames, and says in which layers the references follow', async () => {
    const { canvas, button, field } = openPanel({ ...edit('pod_cidr') });
    await userEvent.fill(field('Name'), 'pods');
    await waitFor(() => {
      expect(field('Name')).toHaveAccessibleDescription(some('in 2 layers change with it'));
    });
    expect(canvas.getByText('{{.spectro.var.pods}}')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => {
      expect(button('Pod network')).toHaveFocus();
    });
    expect(calls.onChange.mock.lastCall?.[0]).toBe(0);
    expect(calls.onChange.mock.lastCall?.[1].name).toBe('pods');
    expect(calls.onChange.mock.lastCall?.[2]).toEqual({ renamedFrom: 'pod_cidr' });
  });

  it('changes without a new name', async () => {
    const { field } = openPanel({ ...edit('pod_cidr') });
    await userEvent.fill(field('Default value'), '10.0.0.0/8');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => {
      expect(calls.onChange).toHaveBeenCalledTimes(1);
    });
    expect(calls.onChange.mock.lastCall?.[2]).toEqual({ renamedFrom: null });
  });

  it('keeps the format of what is saved', () => {
    const saved = openPanel({ ...edit('pod_cidr'), savedNames: new Set(['pod_cidr']) });
    expect(saved.field('Format')).toHaveValue('IPv4 CIDR');
    expect(saved.field('Format')).toHaveAttribute('readonly');
    expect(saved.canvas.queryByRole('combobox', { name: 'Format' })).toBeNull();
  });

  it('keeps that format when something else is changed', async () => {
    const { field } = openPanel({ ...edit('pod_cidr'), savedNames: new Set(['pod_cidr']) });
    await userEvent.fill(field('Display name'), 'Pods');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => {
      expect(calls.onChange.mock.lastCall?.[1].format).toBe('ipv4cidr');
    });
  });
});

describe('a masked default', () => {
  it('is shown on request only', async () => {
    const { canvas, container, press } = openPanel({ ...edit('kube_vip_password') });
    const value = canvas.getByLabelText('Default value');
    expect(value).toHaveAttribute('type', 'password');
    expect(container).not.toHaveTextContent('correct horse');
    await press('Show default value');
    await waitFor(() => {
      expect(value).toHaveAttribute('type', 'text');
    });
    await press('Hide default value');
    await waitFor(() => {
      expect(value).toHaveAttribute('type', 'password');
    });
  });

  it('of several lines is kept as it is while it is hidden', async () => {
    const pem = '-----BEGIN-----\nabc\n-----END-----';
    const { canvas, container, field, press } = openPanel({
      ...create({ name: 'key', inputType: 'multiline', isSensitive: true, defaultValue: pem }),
    });
    expect(canvas.getByLabelText('Default value')).toHaveAttribute('type', 'password');
    expect(container).not.toHaveTextContent('BEGIN');
    await press('Show default value');
    expect(field('Default value')).toHaveValue(pem);
    await press('Hide default value');
    await press('Create');
    await waitFor(() => {
      expect(calls.onAdd.mock.lastCall?.[0].defaultValue).toBe(pem);
    });
  });

  it('that came as asterisks is to be entered again', async () => {
    const { canvas, press } = openPanel({
      variables: [variable({ name: 'token', isSensitive: true, defaultValue: '********' })],
      ...edit('token'),
    });
    const value = canvas.getByLabelText<HTMLInputElement>('Default value');
    expect(value).toHaveAccessibleDescription(some('Enter the value again.'));
    await press('Apply');
    await waitFor(() => {
      expect(value).toHaveFocus();
    });
    expect(calls.onChange).not.toHaveBeenCalled();
  });
});

describe('the options of a dropdown', () => {
  it('are added, typed, ordered and removed by keyboard', async () => {
    const { canvas, select, press, button } = openPanel({ ...create({ name: 'size' }) });
    await userEvent.selectOptions(select('Input'), 'Dropdown');
    await press('Create');
    await waitFor(() => {
      expect(button('Add option')).toHaveFocus();
    });
    expect(button('Add option')).toHaveAccessibleDescription('Add at least one option.');

    await userEvent.keyboard('{Enter}');
    const value = (position: number) =>
      within(canvas.getByRole('group', { name: `Option ${position}` })).getByRole('textbox', {
        name: 'Value',
      });
    await waitFor(() => {
      expect(value(1)).toHaveFocus();
    });
    await userEvent.keyboard('s{Tab}Small');
    await press('Add option');
    await waitFor(() => {
      expect(value(2)).toHaveFocus();
    });
    await userEvent.keyboard('m');
    await press('Move down option 1');
    expect(value(1)).toHaveValue('m');
    expect(button('Move down option 2')).toHaveFocus();
    await userEvent.selectOptions(select('Default value'), 'm');
    await press('Create');
    await waitFor(() => {
      expect(calls.onAdd).toHaveBeenCalledTimes(1);
    });
    expect(calls.onAdd.mock.lastCall?.[0]).toMatchObject({
      inputType: 'dropdown',
      options: [
        { value: 'm', label: '', description: '' },
        { value: 's', label: 'Small', description: '' },
      ],
      defaultValue: 'm',
    });
  });

  it('take the default with them', async () => {
    const { canvas, select } = openPanel({ ...edit('registry_mirror') });
    const option = within(canvas.getByRole('group', { name: 'Option 1' }));
    await userEvent.fill(option.getByRole('textbox', { name: 'Value' }), 'de.mirror.local');
    expect(select('Default value')).toHaveValue('de.mirror.local');
  });

  it('leave the focus where to go on when one is removed', async () => {
    const { canvas, button, press } = openPanel({ ...edit('registry_mirror') });
    const value = (position: number) =>
      within(canvas.getByRole('group', { name: `Option ${position}` })).getByRole('textbox', {
        name: 'Value',
      });
    await press('Remove option 1');
    expect(value(1)).toHaveValue('us.mirror.local');
    expect(value(1)).toHaveFocus();
    await press('Remove option 2');
    expect(value(1)).toHaveFocus();
    await press('Remove option 1');
    expect(button('Add option')).toHaveFocus();
  });
});

describe('a pattern', () => {
  const withRegex = create({ name: 'x', regex: '(', defaultValue: 'a' });

  it('that is none stops the form', async () => {
    const checkRegex = vi.fn(async () => 'invalid-regex' as const);
    const { field, press } = openPanel({ ...withRegex, checkRegex });
    await press('Create');
    await waitFor(() => {
      expect(field('Pattern')).toHaveFocus();
    });
    expect(field('Pattern')).toHaveAccessibleDescription(some('not a regular expression of RE2'));
    expect(calls.onAdd).not.toHaveBeenCalled();
  });

  it('that the default does not match stops it, too', async () => {
    const checkRegex = vi.fn(async (regex: string, value: string) =>
      new RegExp(regex).test(value) ? ('ok' as const) : ('no-match' as const),
    );
    const { field, press } = openPanel({
      ...create({ name: 'x', regex: '^b$', defaultValue: 'a' }),
      checkRegex,
    });
    await press('Create');
    await waitFor(() => {
      expect(field('Default value')).toHaveFocus();
    });
    await userEvent.keyboard('{Backspace}b{Enter}');
    await waitFor(() => {
      expect(calls.onAdd).toHaveBeenCalledTimes(1);
    });
  });

  it('that could not be checked stops nobody', async () => {
    const checkRegex = async () => Promise.reject(new Error('gone'));
    const { press } = openPanel({ ...withRegex, checkRegex });
    await press('Create');
    await waitFor(() => {
      expect(calls.onAdd).toHaveBeenCalledTimes(1);
    });
  });

  it('is checked once however often the form is sent, and not at all after it is left', async () => {
    const signals: AbortSignal[] = [];
    let answer: (verdict: 'ok') => void = () => undefined;
    const checkRegex: VariablesPanelProps['checkRegex'] = (_regex, _value, signal) => {
      signals.push(signal);
      return new Promise((resolve) => {
        answer = resolve;
      });
    };
    const { canvas, button, press } = openPanel({ ...withRegex, checkRegex });
    await press('Create');
    const busy = await canvas.findByRole('button', { name: 'Checking …' });
    const asked = signals.length;
    busy.focus();
    await userEvent.keyboard('{Enter}');
    expect(signals).toHaveLength(asked);
    button('Cancel').focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => {
      expect(signals.at(-1)?.aborted).toBe(true);
    });
    await act(async () => {
      answer('ok');
    });
    expect(calls.onAdd).not.toHaveBeenCalled();
  });
});

describe('the preview', () => {
  const previewOf = (fields: Partial<ProfileVariable>) => {
    const { canvas } = openPanel({ ...create(fields) });
    return within(canvas.getByRole('region', { name: 'Preview' }));
  };

  it('asks as the deployment will', () => {
    const field = previewOf({
      name: 'nodes',
      displayName: 'Nodes',
      description: 'At least 3.',
      defaultValue: '3',
    }).getByRole('textbox', { name: 'Nodes' });
    expect(field).toHaveValue('3');
    expect(field).toHaveAccessibleDescription('At least 3.');
    expect(field).toBeEnabled();
  });

  it('follows what is typed', async () => {
    const { canvas, field } = openPanel({ ...create({ name: 'a' }) });
    const preview = within(canvas.getByRole('region', { name: 'Preview' }));
    await userEvent.fill(field('Display name'), 'Region');
    expect(preview.getByRole('textbox', { name: 'Region' })).toHaveValue('');
    await userEvent.fill(field('Default value'), 'eu');
    expect(preview.getByRole('textbox', { name: 'Region' })).toHaveValue('eu');
  });

  it('can be tried, and keeps nothing', async () => {
    const { canvas, press } = openPanel({
      ...create({ name: 'nodes', format: 'number', defaultValue: '3' }),
    });
    const preview = within(canvas.getByRole('region', { name: 'Preview' }));
    const field = preview.getByRole('textbox', { name: 'nodes' });
    await userEvent.fill(field, 'three');
    expect(field).toHaveAccessibleDescription('Enter a number, such as 3 or 1.5.');
    await press('Create');
    await waitFor(() => {
      expect(calls.onAdd.mock.lastCall?.[0].defaultValue).toBe('3');
    });
  });

  it('cannot be changed when the variable is read-only', () => {
    const preview = previewOf({ name: 'a', isReadOnly: true, defaultValue: 'x' });
    expect(preview.getByRole('textbox', { name: 'a' })).toBeDisabled();
  });

  it('shows dots for what is masked', () => {
    const preview = previewOf({ name: 'a', isSensitive: true, defaultValue: 'secret' });
    expect(preview.getByLabelText('a')).toHaveAttribute('type', 'password');
  });

  it('shows dots for several masked lines', () => {
    const fields = { name: 'a', isSensitive: true, defaultValue: 'one\ntwo' };
    const preview = previewOf({ ...fields, inputType: 'multiline' });
    expect(preview.getByRole('textbox', { name: 'a' })).toHaveValue('••••••••');
  });

  it('says that nobody sees what is hidden', () => {
    const preview = previewOf({ name: 'a', isHidden: true, defaultValue: 'x' });
    expect(preview.getByText(some('Hidden at deployment. Every cluster gets'))).toBeVisible();
    expect(preview.queryByRole('textbox')).toBeNull();
  });

  it('has the labels of the options, and the description of the chosen one', async () => {
    const { canvas } = openPanel({ ...edit('registry_mirror') });
    const preview = within(canvas.getByRole('region', { name: 'Preview' }));
    const field = preview.getByRole('combobox', { name: 'Registry mirror' });
    expect(
      within(field)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Europe', 'America', 'none']);
    expect(field).toHaveAccessibleDescription('Frankfurt, with a copy in Paris.');
    await userEvent.selectOptions(field, 'none');
    expect(field).not.toHaveAccessibleDescription();
  });
});
