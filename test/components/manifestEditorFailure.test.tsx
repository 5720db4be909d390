import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CodeEditorProps } from '../../src/components/ManifestEditor/CodeEditor';
import {
  ManifestEditorFrame,
  type ManifestEditorProps,
} from '../../src/components/ManifestEditor/ManifestEditorFrame';
import { lazyWithRetry } from '../../src/components/ui/lazyWithRetry';
import type { TextDiagnostic } from '../../src/model/textDiagnostic';

const LABEL = 'Values of Kubernetes';
const onCommit = vi.fn<(text: string) => void>();
beforeEach(() => {
  onCommit.mockClear();
});

/** React reports what an error boundary caught. */
function expectConsoleErrors() {
  vi.mocked(console.error).mockImplementation(() => undefined);
}

/** Loads only from the second time on. */
function failOnce() {
  let isFirst = true;
  return lazyWithRetry<CodeEditorProps>(() => {
    if (!isFirst) return Promise.resolve(StandIn);
    isFirst = false;
    return Promise.reject(new Error('The chunk is gone.'));
  });
}

function StandIn({ session }: CodeEditorProps) {
  const [text] = useState(session.current);
  return <p>{JSON.stringify(text)}</p>;
}

function Editor({
  codeEditor,
  ...props
}: Partial<ManifestEditorProps> & {
  readonly codeEditor: ReturnType<typeof failOnce>;
}) {
  return (
    <ManifestEditorFrame
      label={LABEL}
      text={'a: 1\n'}
      onCommit={onCommit}
      commitDelayMs={1_000_000}
      codeEditor={codeEditor}
      {...props}
    />
  );
}

describe('ManifestEditor without its chunk', () => {
  beforeEach(expectConsoleErrors);

  it('edits in a plain text field', async () => {
    const { unmount } = render(<Editor codeEditor={failOnce()} />);
    const field = await screen.findByRole('textbox', { name: LABEL });
    expect(screen.getByRole('alert')).toHaveTextContent('The editor could not be loaded.');
    expect(field).toHaveValue('a: 1\n');
    expect(screen.queryByText(/Tab indents/)).toBeNull();
    await userEvent.type(field, 'b: 2');
    unmount();
    expect(onCommit.mock.calls).toEqual([['a: 1\nb: 2']]);
  });

  it('commits on blur', async () => {
    render(<Editor codeEditor={failOnce()} />);
    await userEvent.type(await screen.findByRole('textbox', { name: LABEL }), 'b');
    await userEvent.tab();
    expect(onCommit.mock.calls).toEqual([['a: 1\nb']]);
  });

  it('takes what was typed there into the editor on "Try again"', async () => {
    render(<Editor codeEditor={failOnce()} />);
    await userEvent.type(await screen.findByRole('textbox', { name: LABEL }), 'b: 2');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('"a: 1\\nb: 2"')).toBeVisible();
  });

  it('keeps CRLF', async () => {
    const { unmount } = render(<Editor codeEditor={failOnce()} text={'a: 1\r\nb: 2\r\n'} />);
    const field = await screen.findByRole('textbox', { name: LABEL });
    fireEvent.change(field, { target: { value: 'a: 1\nb: 3\n' } });
    unmount();
    expect(onCommit.mock.calls).toEqual([['a: 1\r\nb: 3\r\n']]);
  });

  it.each(['a: 1\r\nb: 2\n', 'a: 1\rb: 2\n'])('only shows %j', async (text) => {
    const { unmount } = render(<Editor codeEditor={failOnce()} text={text} />);
    const field = await screen.findByRole('textbox', { name: LABEL });
    expect(field).toHaveAttribute('readonly');
    expect(screen.getByRole('alert')).toHaveTextContent('several kinds of line ends');
    unmount();
    expect(onCommit).not.toHaveBeenCalled();
  });

  it('takes over a text that was changed elsewhere', async () => {
    const codeEditor = failOnce();
    const { rerender, unmount } = render(<Editor codeEditor={codeEditor} />);
    const field = await screen.findByRole('textbox', { name: LABEL });
    rerender(<Editor codeEditor={codeEditor} text={'b: 2\r\n'} revision={1} />);
    expect(field).toHaveValue('b: 2\n');
    fireEvent.change(field, { target: { value: 'b: 3\n' } });
    unmount();
    expect(onCommit.mock.calls).toEqual([['b: 3\r\n']]);
  });

  it.each([
    ['LF', 'a: 1\nbc: 2\n'],
    ['CRLF', 'a: 1\r\nbc: 2\r\n'],
  ])('counts and lists what was found, each leading to its place, with %s', async (_name, text) => {
    const from = text.indexOf('bc');
    const finding: TextDiagnostic = {
      code: 'schema-required',
      severity: 'error',
      from,
      to: from + 2,
      path: ['bc'],
      params: { hints: 'A number of nodes' },
      fixes: [
        { code: 'remove-duplicate-key', params: {}, changes: [{ from, to: from + 2, insert: '' }] },
      ],
    };
    render(<Editor codeEditor={failOnce()} text={text} diagnostics={[finding]} />);
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: LABEL });
    await userEvent.click(screen.getByRole('button', { name: '1 error' }));
    const list = screen.getByRole('list', { name: 'Problems' });
    expect(list).toHaveTextContent('A number of nodes');
    // The field could not undo it.
    expect(screen.queryByRole('button', { name: 'Remove this key' })).toBeNull();
    fireEvent.change(field, { target: { value: `new: 0\n${field.value}` } });
    await userEvent.click(within(list).getByRole('button', { name: /Line 2/ }));
    expect(field).toHaveFocus();
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('bc');
    expect(screen.queryByRole('button', { name: 'Keys' })).toBeNull();
    await userEvent.click(within(list).getByRole('button', { name: /Line 2/ }));
    screen.getByRole('button', { name: /Line 2/ }).focus();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('list', { name: 'Problems' })).toBeNull();
    expect(field).toHaveFocus();
  });

  it('is read-only when the editor is', async () => {
    render(<Editor codeEditor={failOnce()} readOnly />);
    const field = await screen.findByRole('textbox', { name: LABEL });
    expect(field).toHaveAttribute('readonly');
    expect(field).toHaveAccessibleDescription('Read-only');
  });
});

describe('ManifestEditor when its editor crashes', () => {
  it('goes on in the plain text field with what was typed', async () => {
    expectConsoleErrors();
    function Crashing({ session }: CodeEditorProps) {
      const [isBroken, setBroken] = useState(false);
      if (isBroken) throw new Error('crashed');
      return (
        <button
          onClick={() => {
            session.changed(() => 'a: 1\ntyped: x\n');
            setBroken(true);
          }}
        >
          break
        </button>
      );
    }
    const { unmount } = render(
      <Editor codeEditor={lazyWithRetry(() => Promise.resolve(Crashing))} />,
    );
    await userEvent.click(await screen.findByRole('button', { name: 'break' }));
    expect(screen.getByRole('textbox', { name: LABEL })).toHaveValue('a: 1\ntyped: x\n');
    unmount();
    expect(onCommit.mock.calls).toEqual([['a: 1\ntyped: x\n']]);
  });
});
