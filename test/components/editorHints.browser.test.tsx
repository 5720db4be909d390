import { EditorView } from '@codemirror/view';
import { act, render, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { CompletionData } from '../../src/components/ManifestEditor/CompletionData';
import { ManifestEditor } from '../../src/components/ManifestEditor/ManifestEditor';
import type { ManifestEditorProps } from '../../src/components/ManifestEditor/ManifestEditorFrame';
import type { TextDiagnostic } from '../../src/model/textDiagnostic';
import { workAsInTheBrowser } from './support/mount';
import '../../src/components/ui/tokens.css';
import '../../src/components/ui/base.css';
import '../../src/components/ManifestEditor/ManifestEditor.css';

workAsInTheBrowser();

const LABEL = 'Values of Kubernetes';

const text = `pack:
  cidr: 10.0.0.0/8
  "kubernetes.io/os": linux
  nodes:
    - size: { cpu: 4 }
  owner: '{{.spectro.var.owner}}'
  key: '{{.spectro.var.key}}'
  name: 'x-{{ .spectro.system.cluster.name | upper }}'
  mtu: '{{.spectro.pack.cni-calico.charts.mtu}}'
  token: '{{.spectro.macro.token}}'
  helm: '{{ .Values.x }}'
`;

const schema = [
  { path: 'pack.cidr', schema: '{{ required | format "${string}" | hints "Of the pods" }}' },
  { path: 'pack.kubernetes.io/os', schema: '{{ readonly | format "${list:[linux, windows]}" }}' },
  { path: 'pack.nodes.$[].size.cpu', schema: '{{ format "${number:[1-8]}" | hints "Cores" }}' },
  { path: 'pack.owner', schema: '{{ format "${string:/^[a-z]+$/}" }}' },
];

const completions: CompletionData = {
  variables: [
    { name: 'owner', description: 'Who pays', defaultValue: 'ops' },
    { name: 'key', description: '', defaultValue: 'hunter2', isSensitive: true },
  ],
  macros: ['token'],
  packs: { 'cni-calico': [] },
  packValues: {
    list: () => Promise.resolve({ values: [], isCut: false }),
    read: ({ path }) => Promise.resolve({ name: path, isMap: false, value: '1440' }),
  },
  cloudType: 'aws',
};

function Editor(props: Partial<ManifestEditorProps>) {
  return (
    <div style={{ blockSize: 480 }}>
      <ManifestEditor
        label={LABEL}
        text={text}
        onCommit={() => undefined}
        schema={schema}
        completions={completions}
        {...props}
      />
    </div>
  );
}

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

async function askAt(view: EditorView, part: string): Promise<string> {
  const anchor = view.state.doc.toString().indexOf(part);
  act(() => {
    view.focus();
    view.dispatch({ selection: { anchor } });
  });
  await userEvent.keyboard('{Shift>}{F1}{/Shift}');
  await waitFor(() => {
    expect(document.querySelector('.cpb-Hint')).not.toBeNull();
  });
  const lines = [...document.querySelectorAll('.cpb-Hint > *')].map((line) => line.textContent);
  return lines.join(' ¦ ');
}

describe('hints', () => {
  it.each([
    ['10.0', 'pack.cidr ¦ Required ¦ A text ¦ Of the pods'],
    ['cidr', 'pack.cidr ¦ Required ¦ A text ¦ Of the pods'],
    ['linux', 'pack["kubernetes.io/os"] ¦ Fixed by the pack ¦ One of: linux, windows'],
    ['4 }', 'pack.nodes[0].size.cpu ¦ A number between 1 and 8 ¦ Cores'],
    [
      'owner}}',
      '{{.spectro.var.owner}} ¦ Who pays ¦ Default: ops ¦ pack.owner ¦ A text that matches ^[a-z]+$',
    ],
    ['key}}', '{{.spectro.var.key}} ¦ Variable of this profile ¦ Default: ••••••••'],
    ['cluster.name', '{{ .spectro.system.cluster.name | upper }} ¦ Name of the cluster'],
    ['token}}', '{{.spectro.macro.token}} ¦ Macro of the project or the tenant'],
    [
      'charts.mtu',
      '{{.spectro.pack.cni-calico.charts.mtu}} ¦ What charts.mtu is in the values of cni-calico; an empty text where it is not set ¦ Now: 1440',
    ],
    ['.Values', 'Nothing is known about this place.'],
  ])('tell by key what is known at %j, and read it out', async (part, expected) => {
    render(<Editor />);
    const view = await findView();
    expect(await askAt(view, part)).toBe(expected);
    const announced = document.querySelector('.cm-announced')?.textContent ?? '';
    for (const line of expected.split(' ¦ ')) expect(announced).toContain(line);
  });

  it('go with the cursor, and by Escape, which then leaves the editor only the next time', async () => {
    render(
      <>
        <Editor />
        <button>next</button>
      </>,
    );
    const view = await findView();
    await askAt(view, '10.0');
    await userEvent.keyboard('{Escape}');
    expect(document.querySelector('.cpb-Hint')).toBeNull();
    await userEvent.keyboard('{Tab}');
    expect(view.hasFocus).toBe(true);
    await askAt(view, 'linux');
    await userEvent.keyboard('{ArrowRight}');
    expect(document.querySelector('.cpb-Hint')).toBeNull();
    await userEvent.keyboard('{Escape}{Tab}');
    expect(view.hasFocus).toBe(false);
  });

  it('are shown where the pointer rests, but for what a mark says already', async () => {
    const from = text.indexOf('10.0');
    const mark: TextDiagnostic = {
      code: 'schema-format',
      severity: 'error',
      path: ['pack', 'cidr'],
      params: { format: 'x', hints: 'Of the pods' },
      from,
      to: from + 10,
    };
    render(<Editor diagnostics={[mark]} />);
    await findView();
    let x = 2;
    await waitFor(
      async () => {
        const marked = document.querySelector('.cm-lintRange-error');
        if (marked === null) throw new Error('Nothing is marked.');
        // What was hovered may have been drawn anew meanwhile.
        x += 1;
        await userEvent.hover(marked, { position: { x, y: 4 } });
        await waitFor(() => {
          expect(document.querySelector('.cpb-Hint')).not.toBeNull();
        });
      },
      { timeout: 15_000 },
    );
    expect(document.querySelector('.cpb-Hint')).toHaveTextContent('pack.cidrRequiredA text');
    expect(document.querySelector('.cpb-Hint')).not.toHaveTextContent('Of the pods');
    await waitFor(() => {
      expect(document.querySelector('.cpb-Diagnostic')).toHaveTextContent('Of the pods');
    });
  });

  it('are in the list of problems, and read out with them by F8', async () => {
    const from = text.indexOf('10.0');
    const mark: TextDiagnostic = {
      code: 'schema-required',
      severity: 'error',
      path: ['pack', 'cidr'],
      params: { hints: 'Of the pods' },
      from,
      to: from + 10,
    };
    render(<Editor diagnostics={[mark]} />);
    const view = await findView();
    act(() => {
      view.focus();
    });
    await userEvent.keyboard('{F8}');
    expect(document.querySelector('.cm-announced')).toHaveTextContent('Of the pods');
    await userEvent.keyboard('{Control>}{Shift>}M{/Shift}{/Control}');
    expect(await screen.findByRole('list', { name: 'Problems' })).toHaveTextContent('Of the pods');
  });
});
