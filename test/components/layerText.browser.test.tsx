import { undo } from '@codemirror/commands';
import { EditorView } from '@codemirror/view';
import { act, screen, waitFor, within } from '@testing-library/react';
import { StrictMode } from 'react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { findLayer, manifestTextId, valuesTextId } from '../../src/model/layerStack';
import { readText } from '../../src/components/ManifestEditor/editorDocument';
import {
  describedAdapter,
  describedDraft,
  describedValues,
  editDescribed,
} from '../../stories/support/describedPack';
import { LayerTextHost, stackOf, type LayerTextHostProps } from '../../stories/support/StackHost';
import { mount, workAsInTheBrowser } from './support/mount';

workAsInTheBrowser();

/** Replaces copying for one test. */
function spyOnCopying() {
  const write = vi.spyOn(navigator.clipboard, 'writeText');
  onTestFinished(() => {
    write.mockRestore();
  });
  return write;
}

const SLOW = { timeout: 20_000 };

function Page(props: LayerTextHostProps) {
  return (
    <StrictMode>
      <LayerTextHost createAdapter={() => describedAdapter()} draft={describedDraft()} {...props} />
    </StrictMode>
  );
}

function mountText(props: LayerTextHostProps = {}) {
  return mount(<Page {...props} />);
}

async function findView(): Promise<EditorView> {
  const box = await screen.findByRole('textbox', { name: 'Values of Network' }, SLOW);
  const view = EditorView.findFromDOM(box);
  if (view === null) throw new Error('The text box is no CodeMirror editor.');
  return view;
}

async function openFields() {
  await userEvent.click(await screen.findByRole('button', { name: 'Fields' }, SLOW));
  return within(await screen.findByRole('region', { name: 'Fields of Network' }, SLOW));
}

async function openChanges() {
  await userEvent.click(await screen.findByRole('tab', { name: /^Your changes/ }, SLOW));
  return within(await screen.findByRole('tabpanel', { name: /^Your changes/ }, SLOW));
}

const textIs = (view: EditorView, text: string) =>
  waitFor(() => {
    expect(readText(view.state)).toBe(text);
  }, SLOW);

describe('a field', () => {
  it('changes only its own line, and the undo of the editor takes it back', async () => {
    mountText();
    const view = await findView();
    const fields = await openFields();
    const replicas = await fields.findByRole('textbox', { name: 'replicas' }, SLOW);
    await userEvent.fill(replicas, '5');
    await userEvent.tab();
    await textIs(view, describedValues.replace('replicas: 2', 'replicas: 5'));
    act(() => {
      undo(view);
    });
    await textIs(view, describedValues);
    await waitFor(() => {
      expect(replicas).toHaveValue('2');
    }, SLOW);
  });

  it('keeps the text and the caret of who types in it, also while it is put into the text', async () => {
    mountText();
    const view = await findView();
    const fields = await openFields();
    const input = await fields.findByRole<HTMLInputElement>('textbox', { name: 'podCIDR' }, SLOW);
    await userEvent.click(input);
    input.setSelectionRange(3, 3);
    await userEvent.keyboard('0');
    // After the pause the values have it.
    await textIs(view, describedValues.replace('192.168.0.0/16', '1920.168.0.0/16'));
    await fields.findByRole('button', { name: 'Restore default of charts.calico.podCIDR' }, SLOW);
    expect(input).toHaveFocus();
    expect(input.selectionStart).toBe(4);
    await userEvent.keyboard('9');
    await textIs(view, describedValues.replace('192.168.0.0/16', '19209.168.0.0/16'));
    expect(input.selectionStart).toBe(5);
  });

  it('does not write digits back while a number is still being typed', async () => {
    mountText();
    const view = await findView();
    const fields = await openFields();
    const replicas = await fields.findByRole('textbox', { name: 'replicas' }, SLOW);
    await userEvent.fill(replicas, '1.');
    await textIs(view, describedValues.replace('replicas: 2', 'replicas: 1'));
    // Offered once the form has read the new text.
    await fields.findByRole('button', { name: 'Restore default of charts.calico.replicas' }, SLOW);
    expect(replicas).toHaveValue('1.');
    await userEvent.tab();
    await waitFor(() => {
      expect(replicas).toHaveValue('1');
    }, SLOW);
  });

  it('follows what is typed in the editor', async () => {
    mountText();
    const view = await findView();
    const fields = await openFields();
    const replicas = await fields.findByRole('textbox', { name: 'replicas' }, SLOW);
    const at = describedValues.indexOf('replicas: 2') + 'replicas: '.length;
    view.dispatch({ changes: { from: at, to: at + 1, insert: '42' } });
    await waitFor(() => {
      expect(replicas).toHaveValue('42');
    }, SLOW);
  });

  it('loses nothing when another tab is opened at once, or two are changed in a row', async () => {
    mountText();
    const view = await findView();
    const fields = await openFields();
    const replicas = await fields.findByRole('textbox', { name: 'replicas' }, SLOW);
    await userEvent.fill(replicas, '6');
    await userEvent.selectOptions(fields.getByRole('combobox', { name: 'encapsulation' }), 'None');
    await userEvent.fill(fields.getByLabelText('password'), 'p w');
    await userEvent.click(screen.getByRole('button', { name: 'Fields' }));
    await textIs(
      view,
      describedValues
        .replace('replicas: 2', 'replicas: 6')
        .replace('encapsulation: VXLAN', 'encapsulation: None')
        .replace('password: ""', 'password: "p w"'),
    );
  });
});

describe('changes', () => {
  it('are counted in the tab and listed', async () => {
    mountText({ draft: describedDraft(editDescribed) });
    await screen.findByRole('tab', { name: 'Your changes 5' }, SLOW);
    const panel = await openChanges();
    const list = await panel.findByRole('list', {}, SLOW);
    expect(within(list).getAllByRole('listitem')).toHaveLength(5);
  });

  it('can be copied with the passwords as they are', async () => {
    const write = spyOnCopying().mockResolvedValue();
    mountText({ draft: describedDraft(editDescribed) });
    const panel = await openChanges();
    await userEvent.click(await panel.findByRole('button', { name: 'Copy' }, SLOW));
    await panel.findByText('Copied.', {}, SLOW);
    expect(write.mock.calls[0]?.[0]).toContain('geheim-42');
  });

  it('says what to do where the browser does not allow copying', async () => {
    spyOnCopying().mockRejectedValue(new Error('denied'));
    mountText({ draft: describedDraft(editDescribed) });
    const panel = await openChanges();
    await userEvent.click(await panel.findByRole('button', { name: 'Copy' }, SLOW));
    await panel.findByText(/Show the passwords, then select/, {}, SLOW);
  });

  it('go all at once, and one undo of the editor brings them back', async () => {
    mountText({ draft: describedDraft(editDescribed) });
    const view = await findView();
    const panel = await openChanges();
    await userEvent.click(await panel.findByRole('button', { name: 'Restore all defaults' }, SLOW));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Restore all defaults' }));
    await textIs(view, describedValues);
    act(() => {
      undo(view);
    });
    await textIs(view, editDescribed(describedValues));
  });

  it('of another version are taken in, and masked passwords are refused', async () => {
    mountText();
    const view = await findView();
    const panel = await openChanges();
    await userEvent.click(await panel.findByRole('button', { name: 'Paste changes' }, SLOW));
    const dialog = within(await screen.findByRole('dialog', { name: 'Paste changes' }));
    const field = dialog.getByRole('textbox', { name: 'Changes as YAML' });
    const apply = dialog.getByRole('button', { name: 'Put into the values' });
    await userEvent.fill(field, 'charts:\n  calico:\n    bgp:\n      password: ••••••••\n');
    await userEvent.click(apply);
    await waitFor(() => {
      expect(field).toHaveAccessibleDescription(/password is masked/);
    });
    expect(readText(view.state)).toBe(describedValues);
    await userEvent.fill(field, 'charts:\n  calico:\n    replicas: 9\n');
    await userEvent.click(apply);
    await textIs(view, describedValues.replace('replicas: 2', 'replicas: 9'));
  });
});

describe('a place', () => {
  const stack = stackOf(describedDraft());
  const layer = findLayer(stack, 'cni');
  const textId = (layer === null ? null : valuesTextId(layer)) ?? '';
  const from = describedValues.indexOf('replicas');

  it('is shown in the editor, from whatever tab, and once', async () => {
    const { change } = mountText();
    const view = await findView();
    await openChanges();
    change({ goto: { textId, from, to: from + 8, token: 1 } });
    await waitFor(() => {
      expect(view.hasFocus).toBe(true);
    }, SLOW);
    expect(view.state.selection.main.from).toBe(from);
    const panel = await openChanges();
    change({ width: 700 });
    await panel.findByText(/^Nothing differs/, {}, SLOW);
    expect(screen.getByRole('tab', { name: /^Your changes/ })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('of a manifest opens that manifest', async () => {
    const { change } = mountText();
    await findView();
    const manifestId = layer?.manifests[0]?.id ?? '';
    change({ goto: { textId: manifestTextId(manifestId), from: 0, to: 3, token: 7 } });
    const editor = await screen.findByRole('textbox', { name: 'Manifest default-deny' }, SLOW);
    await waitFor(() => {
      expect(editor).toHaveFocus();
    }, SLOW);
  });

  it('of another layer changes nothing', async () => {
    const { change } = mountText();
    await findView();
    await openChanges();
    change({ goto: { textId: 'values/os/x/y', from: 0, to: 3, token: 2 } });
    expect(screen.getByRole('tab', { name: /^Your changes/ })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });
});

describe('the editor', () => {
  it('tells at a value what the pack says of it', async () => {
    mountText();
    const view = await findView();
    await waitFor(() => {
      expect(document.querySelector('.cm-gutter-lint')).not.toBeNull();
    }, SLOW);
    // Once the version's content is there, so is its form.
    await screen.findByRole('button', { name: 'Fields' }, SLOW);
    act(() => {
      view.focus();
      view.dispatch({ selection: { anchor: view.state.doc.toString().indexOf('replicas') } });
    });
    await userEvent.keyboard('{Shift>}{F1}{/Shift}');
    await waitFor(() => {
      expect(document.querySelector('.cpb-Hint')).toHaveTextContent(
        'charts.calico.replicasRequiredA number between 1 and 9',
      );
    }, SLOW);
  });
});
