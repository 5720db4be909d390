import { undo } from '@codemirror/commands';
import { syntaxTree, syntaxTreeAvailable } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { act, render, screen, waitFor } from '@testing-library/react';
import { Profiler, StrictMode, Suspense, useState, type ReactNode } from 'react';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { readText } from '../../src/components/ManifestEditor/editorDocument';
import { ManifestEditor } from '../../src/components/ManifestEditor/ManifestEditor';
import type { ManifestEditorProps } from '../../src/components/ManifestEditor/ManifestEditorFrame';
import { lineBreakOf, withLineBreak } from '../../src/components/ManifestEditor/lineEnds';
import { createStore } from '../../src/hooks/createStore';
import { PendingCommitsContext, type PendingCommits } from '../../src/components/ui/PendingCommits';
import {
  BuilderContext,
  useBuilder,
} from '../../src/components/ProfileBuilderProvider/BuilderContext';
import '../../src/components/ui/tokens.css';
import '../../src/components/ui/base.css';
import '../../src/components/ManifestEditor/ManifestEditor.css';

const LABEL = 'Values of Kubernetes';
const onCommit = vi.fn<(text: string) => void>();
beforeEach(() => {
  onCommit.mockClear();
});

/** No commit by the clock: what commits is then what the test is about. */
const NEVER_MS = 10_000_000;

function Editor(props: Partial<ManifestEditorProps>) {
  return (
    <ManifestEditor
      label={LABEL}
      text={'a: 1\n'}
      onCommit={onCommit}
      commitDelayMs={NEVER_MS}
      {...props}
    />
  );
}

const findBox = () => screen.findByRole('textbox', { name: LABEL }, { timeout: 20_000 });

async function findView(): Promise<EditorView> {
  const view = EditorView.findFromDOM(await findBox());
  if (view === null) throw new Error('The text box is no CodeMirror editor.');
  return view;
}

function generateYaml(minLength: number): string {
  let text = '';
  for (let i = 0; text.length < minLength; i += 1) {
    text += `item-${i}:\n  name: "n${i}" # comment\n  list: [1, true, ~]\n  block: |\n    line ${i}\n`;
  }
  return text;
}

const texts: Readonly<Record<string, string>> = {
  empty: '',
  'without a line end at the end': 'a: 1',
  LF: 'a: 1\nb: 2\n',
  'several line ends at the end': 'a: 1\n\n\n',
  CRLF: 'a: 1\r\nb:\r\n  c: 2\r\n',
  'CRLF, none at the end': 'a: 1\r\nb: 2',
  mixed: 'a: 1\r\nb: 2\nc: 3\r\n',
  'a lone CR': 'a: 1\rb: 2\nc: 3\n',
  'CR at the end': 'a: 1\r\nb: 2\r',
  'CR before CRLF': 'a: 1\r\r\nb: 2\r\n',
  'only CR': 'a: 1\rb: 2\r',
  'a byte order mark': '\ufeffa: 1\nb: 2\n',
  tabs: 'a:\n\t- b\n\t- c\t\n',
  'spaces at line ends': 'a: 1  \n  \nb: 2 \n',
  'Unicode line separators': 'a: "x\u2028y\u2029z\u0085"\n',
  'control characters': 'a: "\u0001\u0007\u000b\u000c\u001b\u007f"\nb: \0\n',
  'astral and combining characters': 'a: 😀e\u0301 \ud83d\n',
  'bidirectional controls': 'a: \u202eabc\u202c\n',
};

describe('parsing', () => {
  const LONG = 200_000;

  it('reaches what is in view and beyond without waiting for an idle browser', async () => {
    // CodeMirror itself goes on only then.
    vi.spyOn(window, 'requestIdleCallback').mockReturnValue(1);
    onTestFinished(() => {
      vi.restoreAllMocks();
    });
    render(<Editor text={generateYaml(LONG)} />);
    const view = await findView();
    const isParsed = (ahead: number) =>
      syntaxTreeAvailable(view.state, view.viewport.to + ahead) &&
      syntaxTree(view.state).length >= view.viewport.to + ahead;
    await waitFor(() => {
      expect(isParsed(100_000)).toBe(true);
    });
    expect(view.contentDOM.querySelector('.cm-line span[class]')).not.toBeNull();

    view.dispatch({ effects: EditorView.scrollIntoView(LONG, { y: 'end' }) });
    await waitFor(() => {
      expect(view.viewport.to).toBeGreaterThan(LONG - 1000);
      expect(isParsed(0)).toBe(true);
    });
  });

  it('keeps the colours when the editor is configured anew', async () => {
    const text = generateYaml(LONG);
    const { rerender } = render(<Editor text={text} />);
    const view = await findView();
    await waitFor(() => {
      expect(syntaxTree(view.state).length).toBeGreaterThan(0);
    });
    rerender(<Editor text={text} label="Another name" />);
    expect(view.contentDOM).toHaveAccessibleName('Another name');
    await waitFor(() => {
      expect(syntaxTree(view.state).length).toBeGreaterThan(view.viewport.to);
    });
  });
});

describe('bytes', () => {
  it.each(Object.entries(texts))('keeps a text with %s', async (_name, text) => {
    const { unmount } = render(<Editor text={text} />);
    const view = await findView();
    expect(readText(view.state)).toBe(text);
    unmount();
    expect(onCommit).not.toHaveBeenCalled();
  });

  it.each(Object.entries(texts))('changes only what was inserted into %s', async (_name, text) => {
    const lineBreak = lineBreakOf(text);
    const { unmount } = render(<Editor text={text} />);
    const view = await findView();
    let expected = text;
    for (const part of [0, 0.5, 1]) {
      const held = view.state.doc.toString();
      const at = Math.floor(held.length * part);
      act(() => {
        view.dispatch({ changes: { from: at, insert: 'new: x\n' }, userEvent: 'input' });
      });
      expected =
        withLineBreak(held.slice(0, at), lineBreak) +
        withLineBreak('new: x\n', lineBreak) +
        withLineBreak(held.slice(at), lineBreak);
      expect(readText(view.state)).toBe(expected);
    }
    unmount();
    expect(onCommit.mock.calls).toEqual([[expected]]);
  });

  it('keeps a text of 2.5 MB', async () => {
    const text = generateYaml(2_500_000);
    const { unmount } = render(<Editor text={text} />);
    const view = await findView();
    expect(readText(view.state) === text).toBe(true);
    act(() => {
      view.dispatch({ changes: { from: 1_000_000, insert: '#' }, userEvent: 'input' });
    });
    unmount();
    const [committed = ''] = onCommit.mock.lastCall ?? [];
    expect(committed === `${text.slice(0, 1_000_000)}#${text.slice(1_000_000)}`).toBe(true);
  });

  it('types line ends of the kind the text has', async () => {
    render(<Editor text={'a: 1\r\nb: 2\r\n'} />);
    const view = await findView();
    act(() => {
      view.focus();
      view.dispatch({ selection: { anchor: 4 } });
    });
    await userEvent.keyboard('{Enter}c: 3');
    expect(readText(view.state)).toBe('a: 1\r\nc: 3\r\nb: 2\r\n');
  });

  it('types beside a stray carriage return without changing it', async () => {
    render(<Editor text={'a: 1\rb\r\nc: 2\n'} />);
    const view = await findView();
    act(() => {
      view.focus();
      view.dispatch({ selection: { anchor: 6 } });
    });
    await userEvent.keyboard('xy');
    expect(readText(view.state)).toBe('a: 1\rbxy\r\nc: 2\n');
  });

  it.each([
    ['a: 1\n', 'x: 1\ny: 2\n'],
    ['a: 1\r\n', 'x: 1\r\ny: 2\r\n'],
  ])('pastes other line ends as those of %j', async (text, pasted) => {
    render(<Editor text={text} />);
    const view = await findView();
    for (const clipboard of ['x: 1\ny: 2\n', 'x: 1\r\ny: 2\r\n']) {
      const data = new DataTransfer();
      data.setData('text/plain', clipboard);
      act(() => {
        view.focus();
        view.dispatch({ selection: { anchor: 0 } });
        view.contentDOM.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      });
      expect(readText(view.state)).toBe(pasted + text);
      act(() => void undo(view));
    }
  });
});

describe('commits', () => {
  async function typeInto(ui: ReactNode) {
    const result = render(ui);
    const view = await findView();
    act(() => {
      view.focus();
      view.dispatch({ selection: { anchor: 4 } });
    });
    await userEvent.keyboard('23');
    return { ...result, view };
  }

  it('commits after a pause, and stays as it is when its own text comes back', async () => {
    function Host() {
      const [text, setText] = useState('a: 1\n');
      return (
        <Editor
          text={text}
          commitDelayMs={0}
          onCommit={(next) => {
            onCommit(next);
            setText(next);
          }}
        />
      );
    }
    const { view } = await typeInto(<Host />);
    await waitFor(() => {
      expect(onCommit).toHaveBeenLastCalledWith('a: 123\n');
    });
    expect(view.state.doc.toString()).toBe('a: 123\n');
    expect(view.state.selection.main.head).toBe(6);
  });

  it('renders nothing for a key', async () => {
    const onRender = vi.fn();
    render(
      <Profiler id="editor" onRender={onRender}>
        <Editor />
      </Profiler>,
    );
    const view = await findView();
    act(() => {
      view.focus();
    });
    onRender.mockClear();
    await userEvent.keyboard('abc{Enter}def');
    expect(view.state.doc.toString()).toBe('abc\ndefa: 1\n');
    expect(onRender).not.toHaveBeenCalled();
    expect(onCommit).not.toHaveBeenCalled();
  });

  it('commits when it loses the focus', async () => {
    await typeInto(
      <>
        <Editor />
        <button>other</button>
      </>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'other' }));
    expect(onCommit.mock.calls).toEqual([['a: 123\n']]);
  });

  it('commits when it goes away, under the text it belongs to', async () => {
    const committed: string[] = [];
    function Host({ id }: { readonly id: string }) {
      return <Editor key={id} onCommit={(text) => committed.push(`${id} ${text}`)} />;
    }
    const { rerender } = await typeInto(<Host id="one" />);
    rerender(<Host id="two" />);
    expect(committed).toEqual(['one a: 123\n']);
  });

  it('commits when the page goes away', async () => {
    await typeInto(<Editor />);
    window.dispatchEvent(new Event('pagehide'));
    expect(onCommit.mock.calls).toEqual([['a: 123\n']]);
  });

  it('commits when the page is hidden', async () => {
    await typeInto(<Editor />);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(onCommit).not.toHaveBeenCalled();
    const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    state.mockRestore();
    expect(onCommit.mock.calls).toEqual([['a: 123\n']]);
  });

  it('commits before a command that needs the text', async () => {
    const flushes = new Set<() => void>();
    const commits: PendingCommits = {
      add: (flush) => {
        flushes.add(flush);
        return () => void flushes.delete(flush);
      },
      flush: () => undefined,
      begun: () => undefined,
      isSettled: () => true,
      settled: () => Promise.resolve(true),
      isAwaited: createStore<boolean, never>((state) => state, false),
      stopWaiting: () => undefined,
    };
    await typeInto(
      <PendingCommitsContext.Provider value={commits}>
        <Editor />
      </PendingCommitsContext.Provider>,
    );
    expect(flushes.size).toBe(1);
    for (const flush of flushes) flush();
    expect(onCommit.mock.calls).toEqual([['a: 123\n']]);
  });

  it('keeps text and undo when React takes the view away and brings it back', async () => {
    const never = new Promise<void>(() => undefined);
    function Suspending({ isWaiting }: { readonly isWaiting: boolean }) {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- what React 18 waits for
      if (isWaiting) throw never;
      return null;
    }
    const ui = (isWaiting: boolean) => (
      <Suspense fallback="waiting">
        <Editor />
        <Suspending isWaiting={isWaiting} />
      </Suspense>
    );
    const { rerender, view: first } = await typeInto(ui(false));
    rerender(ui(true));
    await screen.findByText('waiting');
    rerender(ui(false));
    await waitFor(async () => {
      const view = await findView();
      expect(view.state.doc.toString()).toBe('a: 123\n');
      expect(view.contentDOM.isConnected).toBe(true);
    });
    expect(document.querySelectorAll('.cm-editor')).toHaveLength(1);
    const view = await findView();
    expect(view).not.toBe(first);
    act(() => void undo(view));
    expect(view.state.doc.toString()).toBe('a: 1\n');
  });
});

describe('a text changed elsewhere', () => {
  const before = `${'# start\n'.repeat(200)}a: 1\nb: 2\n${'# end\n'.repeat(200)}`;
  const after = before.replace('b: 2', 'b: 2\nc: 3').replace('a: 1', 'a: 10');

  it('is taken over as one change that keeps selection, scroll position and undo', async () => {
    const sized = (text: string, revision: number) => (
      <div style={{ blockSize: 400 }}>
        <Editor text={text} revision={revision} />
      </div>
    );
    const { rerender } = render(sized(before, 0));
    const view = await findView();
    act(() => {
      view.dispatch({ changes: { from: 0, insert: '# mine\n' }, userEvent: 'input' });
      view.dispatch({ selection: { anchor: view.state.doc.length - 3 } });
    });
    view.scrollDOM.scrollTop = 900;
    const top = view.scrollDOM.scrollTop;
    rerender(sized(`# mine\n${after}`, 1));
    expect(view.state.doc.toString()).toBe(`# mine\n${after}`);
    expect(view.state.selection.main.head).toBe(view.state.doc.length - 3);
    expect(view.scrollDOM.scrollTop).toBe(top);
    expect(onCommit).not.toHaveBeenCalled();

    act(() => void undo(view));
    expect(view.state.doc.toString()).toBe(`# mine\n${before}`);
    act(() => void undo(view));
    expect(view.state.doc.toString()).toBe(before);
  });

  it('is committed when the change is undone in the editor', async () => {
    const { rerender, unmount } = render(<Editor />);
    const view = await findView();
    rerender(<Editor text={'b: 2\n'} revision={1} />);
    expect(view.state.doc.toString()).toBe('b: 2\n');
    act(() => void undo(view));
    unmount();
    expect(onCommit.mock.calls).toEqual([['a: 1\n']]);
  });

  it('brings its own line ends, and undo the old ones', async () => {
    const { rerender } = render(<Editor text={'a: 1\r\nb: 2\r\n'} />);
    const view = await findView();
    rerender(<Editor text={'a: 1\nb: 2\nc\r: 3\n'} revision={1} />);
    expect(readText(view.state)).toBe('a: 1\nb: 2\nc\r: 3\n');
    act(() => void undo(view));
    expect(readText(view.state)).toBe('a: 1\r\nb: 2\r\n');
  });

  it('changes nothing without a new revision', async () => {
    const { rerender } = render(<Editor />);
    const view = await findView();
    const { state } = view;
    rerender(<Editor text={'b: 2\n'} />);
    expect(view.state).toBe(state);
  });

  it('is shown when it came while the editor was loading', async () => {
    const { rerender } = render(<Editor />);
    rerender(<Editor text={'b: 2\n'} revision={1} />);
    const view = await findView();
    await waitFor(() => {
      expect(view.state.doc.toString()).toBe('b: 2\n');
    });
  });
});

describe('keyboard', () => {
  const hint = 'Tab indents. To leave the editor, press Escape, then Tab.';

  it('indents by Tab, dedents by Shift-Tab, leaves by Escape and Tab', async () => {
    render(<Editor />);
    const view = await findView();
    act(() => {
      view.focus();
    });
    await userEvent.keyboard('{Tab}');
    expect(view.state.doc.toString()).toBe('  a: 1\n');
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    expect(view.state.doc.toString()).toBe('a: 1\n');
    await userEvent.keyboard('{Escape}{Tab}');
    expect(screen.getByRole('button', { name: 'Keys' })).toHaveFocus();
    expect(view.state.doc.toString()).toBe('a: 1\n');

    // Back again, Tab indents as before.
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    expect(view.hasFocus).toBe(true);
    await userEvent.keyboard('{Tab}');
    expect(view.state.doc.toString()).toBe('  a: 1\n');
  });

  it('leaves by Tab after Escape for as long as no other key is pressed', async () => {
    render(<Editor />);
    const view = await findView();
    act(() => {
      view.focus();
    });
    const now = vi.spyOn(Date, 'now');
    await userEvent.keyboard('{Escape}');
    now.mockReturnValue(new Date().getTime() + 60_000);
    await userEvent.keyboard('{Tab}');
    now.mockRestore();
    expect(screen.getByRole('button', { name: 'Keys' })).toHaveFocus();
  });

  it('says so while it has the focus, and as its description', async () => {
    render(<Editor />);
    const box = await findBox();
    expect(screen.getByText(hint)).not.toBeVisible();
    expect(box).toHaveAccessibleDescription(hint);
    act(() => {
      box.focus();
    });
    expect(screen.getByText(hint)).toBeVisible();
  });

  it('lets Tab pass with Ctrl-M', async () => {
    render(<Editor />);
    const view = await findView();
    act(() => {
      view.focus();
    });
    await userEvent.keyboard('{Control>}m{/Control}{Tab}');
    expect(screen.getByRole('button', { name: 'Keys' })).toHaveFocus();
  });

  it('searches with Ctrl-F, in our words', async () => {
    render(<Editor />);
    const box = await findBox();
    act(() => {
      box.focus();
    });
    await userEvent.keyboard('{Control>}f{/Control}');
    expect(screen.getByRole('textbox', { name: 'Find' })).toHaveFocus();
    expect(screen.getByRole('checkbox', { name: 'Whole words' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(box).toHaveFocus();
  });
});

describe('settings', () => {
  it('is read-only and says so', async () => {
    render(<Editor readOnly />);
    const box = await findBox();
    expect(box).toHaveAttribute('aria-readonly', 'true');
    expect(box).toHaveAccessibleDescription('Read-only');
    expect(screen.getByText('Read-only')).toBeVisible();
    act(() => {
      box.focus();
    });
    await userEvent.keyboard('x');
    const view = await findView();
    expect(view.state.doc.toString()).toBe('a: 1\n');
  });

  it('is no text that is checked for spelling', async () => {
    render(<Editor />);
    expect(await findBox()).toHaveAttribute('spellcheck', 'false');
  });

  it('shows the placeholder while it is empty', async () => {
    render(<Editor text="" placeholder="Paste values here" />);
    await findBox();
    expect(screen.getByText('Paste values here')).toBeVisible();
  });

  it('hands our CodeMirror to the host for extensions', async () => {
    const extensions: ManifestEditorProps['extensions'] = ({ view, state }) => [
      view.EditorView.editorAttributes.of({ 'data-host': '' }),
      state.EditorState.tabSize.of(8),
    ];
    render(<Editor extensions={extensions} />);
    const view = await findView();
    expect(view.dom).toHaveAttribute('data-host');
    expect(view.state.tabSize).toBe(8);
  });

  it('gives its style elements the nonce', async () => {
    function Nonce({ children }: { readonly children: ReactNode }) {
      const settings = useBuilder();
      return (
        <BuilderContext.Provider value={{ ...settings, nonce: 'abc' }}>
          {children}
        </BuilderContext.Provider>
      );
    }
    render(
      <Nonce>
        <Editor />
      </Nonce>,
    );
    const view = await findView();
    expect(view.state.facet(EditorView.cspNonce)).toBe('abc');
  });

  it('fills its container and scrolls inside, and is never too low', async () => {
    const { container, rerender } = render(
      <div style={{ blockSize: 600 }}>
        <Editor text={generateYaml(50_000)} />
      </div>,
    );
    const view = await findView();
    const height = () => container.querySelector('.cpb-ManifestEditor')?.clientHeight;
    expect(height()).toBe(600);
    expect(view.scrollDOM.scrollHeight).toBeGreaterThan(view.scrollDOM.clientHeight);
    rerender(
      <div>
        <Editor text={generateYaml(50_000)} />
      </div>,
    );
    expect(view.dom.clientHeight).toBeGreaterThanOrEqual(318);
    expect(height()).toBeLessThan(400);
  });

  it('shows a document once in StrictMode', async () => {
    render(
      <StrictMode>
        <Editor />
      </StrictMode>,
    );
    const view = await findView();
    expect(view.state.doc.toString()).toBe('a: 1\n');
    expect(document.querySelectorAll('.cm-editor')).toHaveLength(1);
  });
});

describe('the cursor', () => {
  it('stands still while keys come, without an animation for each, and blinks when it rests', async () => {
    const onAnimationStart = vi.fn();
    render(
      <div onAnimationStart={onAnimationStart}>
        <Editor />
      </div>,
    );
    const view = await findView();
    const blinking = () => {
      const layer = view.dom.querySelector('.cm-cursorLayer');
      return layer === null ? '' : getComputedStyle(layer).animationName;
    };
    act(() => {
      view.focus();
    });
    await userEvent.keyboard('a');
    expect(blinking()).toBe('none');
    onAnimationStart.mockClear();
    await userEvent.keyboard('bcdef');
    expect(blinking()).toBe('none');
    expect(onAnimationStart).not.toHaveBeenCalled();
    await waitFor(() => {
      expect(blinking()).toBe('cm-blink');
    });
  });
});
