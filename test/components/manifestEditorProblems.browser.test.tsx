import { undo } from '@codemirror/commands';
import { forEachDiagnostic } from '@codemirror/lint';
import { EditorView } from '@codemirror/view';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import { Profiler } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type {
  CompletionData,
  ScalarSelection,
} from '../../src/components/ManifestEditor/CompletionData';
import { readText } from '../../src/components/ManifestEditor/editorDocument';
import { ManifestEditor } from '../../src/components/ManifestEditor/ManifestEditor';
import type { ManifestEditorProps } from '../../src/components/ManifestEditor/ManifestEditorFrame';
import type { TextDiagnostic } from '../../src/model/textDiagnostic';
import { workAsInTheBrowser } from './support/mount';
import '../../src/components/ui/tokens.css';
import '../../src/components/ui/base.css';
import '../../src/components/ManifestEditor/ManifestEditor.css';

workAsInTheBrowser();

const LABEL = 'Values of Kubernetes';
const onCommit = vi.fn<(text: string) => void>();
beforeEach(() => {
  onCommit.mockClear();
});

function Editor(props: Partial<ManifestEditorProps>) {
  return (
    <div style={{ blockSize: 480 }}>
      <ManifestEditor
        label={LABEL}
        text={'a: 1\n'}
        onCommit={onCommit}
        commitDelayMs={10_000_000}
        {...props}
      />
    </div>
  );
}

/** The view with all that helps to write. */
async function findView(): Promise<EditorView> {
  const box = await screen.findByRole('textbox', { name: LABEL }, { timeout: 20_000 });
  await waitFor(
    () => {
      expect(document.querySelector('.cm-gutter-lint')).not.toBeNull();
    },
    { timeout: 20_000 },
  );
  const view = EditorView.findFromDOM(box);
  if (view === null) throw new Error('The text box is no CodeMirror editor.');
  return view;
}

const text = 'a: one\nref: {{.spectro.var.x}}\nb: two\n';

function at(whole: string, part: string, more: Partial<TextDiagnostic> = {}): TextDiagnostic {
  const from = whole.indexOf(part);
  return {
    code: 'schema-required',
    severity: 'error',
    path: [],
    params: {},
    from,
    to: from + part.length,
    ...more,
  };
}

function quoteFix(whole: string): TextDiagnostic {
  const found = at(whole, '{{.spectro.var.x}}');
  const { from, to } = found;
  return {
    ...found,
    code: 'reference-unquoted',
    fixes: [
      {
        code: 'quote-reference',
        params: {},
        changes: [
          { from, to: from, insert: "'" },
          { from: to, to, insert: "'" },
        ],
      },
    ],
  };
}

/** What is marked, in the order of the text. */
function marked(view: EditorView): readonly string[] {
  const found: string[] = [];
  forEachDiagnostic(view.state, (_, from, to) => {
    found.push(view.state.doc.sliceString(from, to));
  });
  return found;
}

describe('problems', () => {
  it.each([
    ['LF', text],
    ['CRLF', text.replaceAll('\n', '\r\n')],
    ['a byte order mark and CRLF', `\ufeff${text.replaceAll('\n', '\r\n')}`],
  ])('are marked where they are in a text with %s', async (_name, whole) => {
    render(<Editor text={whole} diagnostics={[at(whole, 'one'), at(whole, 'two')]} />);
    const view = await findView();
    await waitFor(() => {
      expect(marked(view)).toEqual(['one', 'two']);
    });
    expect(document.querySelectorAll('.cm-lint-marker-error')).toHaveLength(2);
  });

  it('stay with their text while something is typed, and when they come late', async () => {
    const { rerender } = render(<Editor text={text} diagnostics={[at(text, 'two')]} />);
    const view = await findView();
    act(() => {
      view.dispatch({ changes: { from: 0, insert: 'new: 1\n' }, userEvent: 'input.type' });
    });
    expect(marked(view)).toEqual(['two']);
    rerender(<Editor text={text} diagnostics={[at(text, 'one'), at(text, 'two')]} />);
    expect(marked(view)).toEqual(['one', 'two']);
  });

  it('count in the text that is named, whatever was committed meanwhile', async () => {
    const before = text.replace('a: one\n', '');
    render(<Editor text={text} diagnostics={[at(before, 'two')]} diagnosticsText={before} />);
    const view = await findView();
    await waitFor(() => {
      expect(marked(view)).toEqual(['two']);
    });
  });

  it('come back in a text that was replaced, though they are the same', async () => {
    const found = [at(text, 'one')];
    const { rerender } = render(<Editor text={text} diagnostics={found} diagnosticsText={text} />);
    const view = await findView();
    await waitFor(() => {
      expect(marked(view)).toEqual(['one']);
    });
    const pasted = 'a: one\nother: 1\n';
    act(() => {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: pasted } });
    });
    expect(marked(view)).toEqual([]);
    rerender(<Editor text={text} diagnostics={found} diagnosticsText={pasted} />);
    expect(marked(view)).toEqual(['one']);
    const list = screen.getByRole('button', { name: /1 error/ });
    await userEvent.click(list);
    await userEvent.click(await screen.findByRole('button', { name: /Line 1/ }));
    expect(view.state.selection.main.head).toBe(pasted.indexOf('one'));
  });

  it('come and go without configuring the editor anew', async () => {
    let reconfigured = 0;
    const extensions = vi.fn(() =>
      EditorView.updateListener.of(({ transactions }) => {
        reconfigured += transactions.filter((transaction) => transaction.reconfigured).length;
      }),
    );
    const { rerender } = render(<Editor text={text} extensions={extensions} />);
    const view = await findView();
    const calls = extensions.mock.calls.length;
    const { doc } = view.state;
    reconfigured = 0;
    rerender(<Editor text={text} extensions={extensions} diagnostics={[at(text, 'one')]} />);
    expect(marked(view)).toEqual(['one']);
    rerender(<Editor text={text} extensions={extensions} diagnostics={[]} completions={data} />);
    expect(marked(view)).toEqual([]);
    expect(extensions.mock.calls).toHaveLength(calls);
    expect(reconfigured).toBe(0);
    expect(view.state.doc).toBe(doc);
  });

  it('are gone to by F8, read out, and repaired by a button or a key', async () => {
    const whole = text.replaceAll('\n', '\r\n');
    render(<Editor text={whole} diagnostics={[quoteFix(whole)]} />);
    const view = await findView();
    act(() => {
      view.focus();
    });
    await userEvent.keyboard('{F8}');
    const { from, to } = view.state.selection.main;
    expect(view.state.doc.sliceString(from, to)).toBe('{{.spectro.var.x}}');
    expect(document.querySelector('.cm-announced')).toHaveTextContent(
      'Put this reference in quotes',
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Put it in quotes' }));
    const repaired = whole.replace('{{.spectro.var.x}}', "'{{.spectro.var.x}}'");
    expect(readText(view.state)).toBe(repaired);
    expect(onCommit).toHaveBeenLastCalledWith(repaired);
    act(() => void undo(view));
    expect(readText(view.state)).toBe(whole);

    act(() => {
      view.dispatch({ selection: { anchor: from + 3 } });
    });
    await userEvent.keyboard('{Control>}.{/Control}');
    expect(readText(view.state)).toBe(repaired);
  });

  it('are repaired one after the other before they are checked again, each with an undo of its own', async () => {
    const twice = 'a: {{.spectro.var.x}}\nb: {{.spectro.var.y}}\nc: 1\n';
    const quoted = (part: string): TextDiagnostic => {
      const found = at(twice, part, { code: 'reference-unquoted' });
      const change = { from: found.from, to: found.to, insert: `'${part}'` };
      return { ...found, fixes: [{ code: 'quote-reference', params: {}, changes: [change] }] };
    };
    const found = [quoted('{{.spectro.var.x}}'), quoted('{{.spectro.var.y}}')];
    render(<Editor text={twice} diagnostics={found} diagnosticsText={twice} />);
    const view = await findView();
    await userEvent.click(screen.getByRole('button', { name: /2 errors/ }));
    const list = await screen.findByRole('list', { name: 'Problems' });
    for (const button of within(list).getAllByRole('button', { name: 'Put it in quotes' })) {
      await userEvent.click(button);
    }
    expect(readText(view.state)).toBe("a: '{{.spectro.var.x}}'\nb: '{{.spectro.var.y}}'\nc: 1\n");
    act(() => void undo(view));
    expect(readText(view.state)).toBe("a: '{{.spectro.var.x}}'\nb: {{.spectro.var.y}}\nc: 1\n");
    act(() => void undo(view));
    expect(readText(view.state)).toBe(twice);
  });

  it('are not repaired where the text has changed since', async () => {
    render(<Editor text={text} diagnostics={[quoteFix(text)]} />);
    const view = await findView();
    await waitFor(() => {
      expect(marked(view)).toHaveLength(1);
    });
    act(() => {
      view.focus();
      const from = view.state.doc.toString().indexOf('var.x');
      view.dispatch({
        changes: { from, to: from + 3, insert: 'macro' },
        selection: { anchor: from },
      });
    });
    const now = readText(view.state);
    await userEvent.keyboard('{Control>}.{/Control}');
    expect(readText(view.state)).toBe(now);
    expect(document.querySelector('.cm-announced')).toHaveTextContent('has changed there');
  });

  it('are listed below, by a key or a button, each leading to its place', async () => {
    const whole = text.replaceAll('\n', '\r\n');
    const warning = at(whole, 'two', { severity: 'warning' });
    render(<Editor text={whole} diagnostics={[warning, quoteFix(whole)]} />);
    const view = await findView();
    act(() => {
      view.focus();
    });
    await userEvent.keyboard('{Control>}{Shift>}M{/Shift}{/Control}');
    const list = await screen.findByRole('list', { name: 'Problems' });
    const items = within(list).getAllByRole('listitem');
    expect(items.map((item) => /Line \d+/.exec(item.textContent)?.[0])).toEqual([
      'Line 2',
      'Line 3',
    ]);
    expect(within(list).getAllByRole('button')[0]).toHaveFocus();
    await userEvent.click(within(list).getByRole('button', { name: /Line 3/ }));
    expect(view.hasFocus).toBe(true);
    expect(view.state.selection.main.head).toBe(view.state.doc.toString().indexOf('two'));

    await userEvent.click(screen.getByRole('button', { name: /1 error.*1 warning/ }));
    expect(screen.queryByRole('list', { name: 'Problems' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /1 error.*1 warning/ }));
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('list', { name: 'Problems' })).toBeNull();
    expect(view.hasFocus).toBe(true);
  });

  it('cannot be repaired in a text that is only read', async () => {
    render(<Editor text={text} diagnostics={[quoteFix(text)]} readOnly />);
    await findView();
    await userEvent.click(screen.getByRole('button', { name: /1 error/ }));
    await screen.findByRole('list', { name: 'Problems' });
    expect(screen.queryByRole('button', { name: 'Put it in quotes' })).toBeNull();
  });
});

const data: CompletionData = {
  variables: [{ name: 'podCidr', description: 'Range of the pods' }],
  macros: null,
  packs: { 'cni-calico': ['charts.calico.mtu'] },
  cloudType: 'aws',
};

describe('a place to go to', () => {
  const whole = text.replaceAll('\n', '\r\n');

  it('gets the focus, once for each token', async () => {
    const range = at(whole, 'two');
    const { rerender } = render(<Editor text={whole} gotoRange={{ ...range, token: 1 }} />);
    const view = await findView();
    await waitFor(() => {
      expect(view.hasFocus).toBe(true);
    });
    const two = view.state.doc.toString().indexOf('two');
    expect(view.state.selection.main.head).toBe(two);
    act(() => {
      view.dispatch({ selection: { anchor: 0 } });
    });
    rerender(<Editor text={whole} gotoRange={{ ...range, token: 1 }} />);
    expect(view.state.selection.main.head).toBe(0);
    rerender(<Editor text={whole} gotoRange={{ path: ['ref'], token: 2 }} />);
    expect(view.state.selection.main.head).toBe(view.state.doc.toString().indexOf('ref'));
  });
});

describe('completion', () => {
  it('leads from braces to a quoted variable', async () => {
    render(<Editor text={'cidr: \n'} completions={data} />);
    const view = await findView();
    act(() => {
      view.focus();
      view.dispatch({ selection: { anchor: 6 } });
    });
    await userEvent.keyboard('{{{{');
    expect(view.state.doc.toString()).toBe('cidr: {{\n');
    const list = await screen.findByRole('listbox', { name: 'Completions' });
    expect(list).toHaveTextContent('.spectro.var.');
    await userEvent.keyboard('{Tab}');
    expect(view.state.doc.toString()).toBe("cidr: '{{.spectro.var.}}'\n");
    await screen.findByText('Range of the pods');
    await userEvent.keyboard('{Enter}');
    expect(view.state.doc.toString()).toBe("cidr: '{{.spectro.var.podCidr}}'\n");
    act(() => void undo(view));
    expect(view.state.doc.toString()).toBe("cidr: '{{.spectro.var.}}'\n");
  });

  it('is closed by Escape, which leaves the editor only then', async () => {
    render(
      <>
        <Editor text={'cidr: \n'} completions={data} />
        <button>next</button>
      </>,
    );
    const view = await findView();
    act(() => {
      view.focus();
      view.dispatch({ selection: { anchor: 6 } });
    });
    await userEvent.keyboard('{{{{');
    await screen.findByRole('listbox', { name: 'Completions' });
    await userEvent.keyboard('{Escape}');
    await waitFor(() => {
      expect(screen.queryByRole('listbox')).toBeNull();
    });
    await userEvent.keyboard('{Tab}');
    expect(view.hasFocus).toBe(true);
    await userEvent.keyboard('{Escape}{Tab}');
    expect(view.hasFocus).toBe(false);
  });

  it('offers what there is by then', async () => {
    const { rerender } = render(<Editor text={'cidr: \n'} completions={data} />);
    const view = await findView();
    const variables = [{ name: 'later', description: '' }];
    rerender(<Editor text={'cidr: \n'} completions={{ ...data, variables }} />);
    act(() => {
      view.focus();
      view.dispatch({ selection: { anchor: 6 } });
    });
    await userEvent.keyboard("'{{{{.spectro.var.");
    expect(await screen.findByRole('option', { name: 'later' })).toBeVisible();
  });
});

describe('making a variable of a value', () => {
  const whole = 'a: 1\r\nb:\r\n  - "x y" # c\r\n';

  it('offers it at a selection, and by key under the cursor', async () => {
    const onMakeVariable = vi.fn<(selection: ScalarSelection) => void>();
    render(<Editor text={whole} onMakeVariable={onMakeVariable} />);
    const view = await findView();
    const from = view.state.doc.toString().indexOf('x y');
    const expected: ScalarSelection = {
      from: whole.indexOf('"x y"'),
      to: whole.indexOf('"x y"') + 5,
      text: '"x y"',
      value: 'x y',
      path: ['b', 0],
    };
    act(() => {
      view.focus();
      view.dispatch({ selection: { anchor: from, head: from + 1 } });
    });
    await userEvent.click(await screen.findByRole('button', { name: /Make a variable/ }));
    expect(onMakeVariable).toHaveBeenLastCalledWith(expected);

    act(() => {
      view.dispatch({ selection: { anchor: from + 2 } });
    });
    expect(screen.queryByRole('button', { name: /Make a variable/ })).toBeNull();
    onMakeVariable.mockClear();
    await userEvent.keyboard('{F2}');
    expect(onMakeVariable).toHaveBeenLastCalledWith(expected);
  });

  it('commits first, so that places are those of the committed text', async () => {
    const order: string[] = [];
    render(
      <Editor
        text={whole}
        onCommit={(committed) => order.push(`commit ${committed.length}`)}
        onMakeVariable={({ from }) => order.push(`make ${from}`)}
      />,
    );
    const view = await findView();
    act(() => {
      view.focus();
      view.dispatch({ changes: { from: 0, insert: 'n: 1\n' }, userEvent: 'input.type' });
      view.dispatch({ selection: { anchor: view.state.doc.toString().indexOf('x y') } });
    });
    await userEvent.keyboard('{F2}');
    expect(order).toEqual([`commit ${whole.length + 6}`, `make ${whole.indexOf('"x y"') + 6}`]);
  });

  it.each([
    ['a map in braces', 'a: {b: one, c: 2}\n', 'one', ['a', 'b']],
    ['a list in brackets', 'a: [1, one, 2]\n', 'one', ['a', 1]],
    ['a list', 'a:\n- 1\n- one # c\n', 'one', ['a', 1]],
    ['a map in a list', 'a:\n  - b: one\n', 'one', ['a', 0, 'b']],
  ])('takes a whole value out of %s', async (_name, own, value, path) => {
    const onMakeVariable = vi.fn<(selection: ScalarSelection) => void>();
    render(<Editor text={own} onMakeVariable={onMakeVariable} />);
    const view = await findView();
    const from = own.indexOf(value);
    act(() => {
      view.focus();
      view.dispatch({ selection: { anchor: from, head: from + value.length } });
    });
    await userEvent.click(await screen.findByRole('button', { name: /Make a variable/ }));
    expect(onMakeVariable).toHaveBeenLastCalledWith({
      from,
      to: from + value.length,
      text: value,
      value,
      path,
    });
  });

  it.each([
    ['a very long value', `a: ${'x'.repeat(20_000)}\n`, 8],
    ['a key', 'abc: 1\n', 1],
    ['a comment', 'a: 1 # x\n', 7],
    ['a reference', "a: '{{.spectro.var.x}}'\n", 8],
    ['a block', 'a: |\n  text\n', 8],
  ])('is not offered at %s', async (_name, own, anchor) => {
    const onMakeVariable = vi.fn();
    render(<Editor text={own} onMakeVariable={onMakeVariable} />);
    const view = await findView();
    act(() => {
      view.focus();
      view.dispatch({ selection: { anchor, head: anchor + 1 } });
    });
    await userEvent.keyboard('{F2}');
    expect(onMakeVariable).not.toHaveBeenCalled();
    expect(screen.queryByRole('button', { name: /Make a variable/ })).toBeNull();
  });
});

it('renders nothing for a key, with problems, completion and all', async () => {
  const onRender = vi.fn();
  render(
    <Profiler id="editor" onRender={onRender}>
      <Editor
        text={text}
        diagnostics={[at(text, 'two'), quoteFix(text)]}
        completions={data}
        onMakeVariable={() => undefined}
      />
    </Profiler>,
  );
  const view = await findView();
  await waitFor(() => {
    expect(marked(view)).toHaveLength(2);
  });
  act(() => {
    view.focus();
    view.dispatch({ selection: { anchor: 6 } });
  });
  onRender.mockClear();
  await userEvent.keyboard('abc{Enter}def: {{{{');
  await screen.findByRole('listbox', { name: 'Completions' });
  expect(view.state.doc.toString()).toContain('a: oneabc\ndef: {{\nref');
  expect(onRender).not.toHaveBeenCalled();
});
