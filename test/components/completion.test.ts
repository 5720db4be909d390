import { yaml } from '@codemirror/lang-yaml';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import type { CompletionData } from '../../src/components/ManifestEditor/CompletionData';
import { completeName } from '../../src/components/ManifestEditor/editorCompletion';
import { manifestEditorMessages } from '../../src/components/ManifestEditor/messages';
import { referenceAt } from '../../src/components/ManifestEditor/referenceAt';
import { insertReference } from '../../src/components/ManifestEditor/referenceInsertion';
import { SYSTEM_MACROS } from '../../src/values/references/systemMacros';
import { findPath, scalarAt } from '../../src/components/ManifestEditor/yamlPath';

const data: CompletionData = {
  variables: [
    { name: 'podCidr', description: 'Range of the pods' },
    { name: 'host', description: '' },
  ],
  macros: ['ntp'],
  packs: { kubernetes: ['pack.podCIDR'], 'kubernetes.x': ['other'] },
  cloudType: 'aws',
};

const labels = (written: string, own: CompletionData = data) =>
  completeName(written, own, manifestEditorMessages)?.options.map(({ label }) => label);

describe('what is offered', () => {
  it.each(['', '.', '.spe', 'spectro', '.spectro.'])('kinds of references after %j', (written) => {
    expect(labels(written)).toEqual([
      '.spectro.var.',
      '.spectro.macro.',
      '.spectro.system.',
      '.spectro.pack.',
    ]);
  });

  it('only kinds that there are', () => {
    expect(labels('', { ...data, variables: [], macros: null, packs: {} })).toEqual([
      '.spectro.system.',
    ]);
  });

  it.each(['.Values', '.Release.Name', 'if', '.spectro.varx'])('nothing after %j', (written) => {
    expect(labels(written)).toBeUndefined();
  });

  it('variables and macros, with what they mean', () => {
    expect(labels('.spectro.var.')).toEqual(['podCidr', 'host']);
    expect(labels('.spectro.macro.')).toEqual(['ntp']);
    const offered = completeName('.spectro.var.', data, manifestEditorMessages);
    expect(offered?.options[0]?.info).toBe('Range of the pods');
  });

  it('the 24 system macros, each explained; one only where it has a value', () => {
    expect(Object.keys(manifestEditorMessages.systemMacros)).toEqual(SYSTEM_MACROS);
    expect(labels('.spectro.system.')).toHaveLength(23);
    expect(labels('.spectro.system.')).not.toContain('cluster.kubevip');
    for (const cloudType of ['vsphere', 'edge-native']) {
      expect(labels('.spectro.system.', { ...data, cloudType })).toHaveLength(24);
    }
  });

  it('packs and their values; the longest name counts', () => {
    expect(labels('.spectro.pack.')).toEqual(['kubernetes', 'kubernetes.x']);
    expect(labels('.spectro.pack.kubernetes.')).toEqual(['pack.podCIDR']);
    expect(labels('.spectro.pack.kubernetes.x.')).toEqual(['other']);
  });

  it('from where the name begins', () => {
    expect(referenceAt('a: "{{ .spectro.var.po')).toEqual({
      from: 4,
      nameFrom: 7,
      written: '.spectro.var.po',
      isSpaced: true,
    });
    expect(referenceAt('a: {{.x}} b')).toBeNull();
    expect(referenceAt('a: {{.x | upper')).toBeNull();
  });
});

/** The text after a name was chosen where `|` stands; `|` is the cursor then. */
function insert(text: string, name: string, isComplete = true): string {
  const at = text.indexOf('|');
  const state = EditorState.create({
    doc: text.replace('|', ''),
    selection: { anchor: at },
    extensions: yaml(),
  });
  const from = at - (/[\w-]*$/.exec(text.slice(0, at))?.[0].length ?? 0);
  const next = state.update(insertReference(state, name, from, { isComplete })).state;
  const { head } = next.selection.main;
  return `${next.doc.sliceString(0, head)}|${next.doc.sliceString(head)}`;
}

describe('what is inserted', () => {
  it.each([
    ['quotes a value', 'a: {{.spectro.var.po|\nb: 1\n', "a: '{{.spectro.var.pod}}'|\nb: 1\n"],
    ['quotes an item', '- {{.spectro.var.|', "- '{{.spectro.var.pod}}'|"],
    [
      'behind anchor and tag',
      'a: &x !!str {{.spectro.var.|',
      "a: &x !!str '{{.spectro.var.pod}}'|",
    ],
    ['behind a quoted key', '"a b": {{.spectro.var.|', `"a b": '{{.spectro.var.pod}}'|`],
    ['in a list in one line', 'a: [1, {{.spectro.var.|]', "a: [1, '{{.spectro.var.pod}}'|]"],
    ['in a map in one line', 'a: {b: {{.spectro.var.|}', "a: {b: '{{.spectro.var.pod}}'|}"],
    [
      'with the rest of the value, without the comment',
      'a: {{.spectro.var.|/app:1 # x',
      "a: '{{.spectro.var.pod}}|/app:1' # x",
    ],
    [
      "double where there is a '",
      'a: {{.spectro.var.|}} it\'s "x"',
      `a: "{{.spectro.var.pod|}} it's \\"x\\""`,
    ],
    ['nothing in quotes', "a: '{{.spectro.var.|'", "a: '{{.spectro.var.pod}}|'"],
    ['nothing in double quotes', 'a: "x {{.spectro.var.|"', 'a: "x {{.spectro.var.pod}}|"'],
    ['nothing in quotes not yet closed', 'a: "{{.spectro.var.|', 'a: "{{.spectro.var.pod}}|'],
    [
      'nothing in a block',
      'a: |-\n  x {{.spectro.var.'.replace('|-', '>-') + '|\n',
      'a: >-\n  x {{.spectro.var.pod}}|\n',
    ],
    ['nothing inside of a plain value', 'a: x-{{.spectro.var.|', 'a: x-{{.spectro.var.pod}}|'],
    ['nothing in a comment', '# {{.spectro.var.|', '# {{.spectro.var.pod}}|'],
    ['spaces as they are at the front', 'a: "{{ .spectro.var.|"', 'a: "{{ .spectro.var.pod }}|"'],
    ['no second end', 'a: "{{.spectro.var.|}}"', 'a: "{{.spectro.var.pod|}}"'],
    [
      'no end in front of a function',
      'a: "{{.spectro.var.| | upper }}"'.replace('| |', '|¦'),
      'a: "{{.spectro.var.pod|¦ upper }}"',
    ],
    [
      'in place of the rest of the name',
      'a: "{{.spectro.var.|host}}"',
      'a: "{{.spectro.var.pod|}}"',
    ],
  ])('%s', (_what, before, after) => {
    const bar = (text: string) => text.replace('¦', ' | ');
    const [head = '', tail = ''] = before.split('|');
    const text = `${head}|${bar(tail)}`;
    expect(insert(text, 'pod')).toBe(bar(after));
  });

  it('goes on inside of the braces after a kind', () => {
    expect(insert('a: {{|', '.spectro.var.', false)).toBe("a: '{{.spectro.var.|}}'");
  });
});

describe('values by place', () => {
  const text = `a:
  "b.c": 'x y'
  list:
    - 1
    - k: &a plain
      {{ if }}: z
  flow: {q: 1, r: [2, "three"]}
  block: |
    text
  word: a word
`;
  const state = EditorState.create({ doc: text, extensions: yaml() });
  const find = (part: string) => {
    const from = text.indexOf(part);
    return scalarAt(state, { from, to: from });
  };

  it.each([
    ["'x y'", ['a', 'b.c']],
    ['1\n', ['a', 'list', 0]],
    ['plain', ['a', 'list', 1, 'k']],
    ['"three"', ['a', 'flow', 'r', 1]],
    ['a word', ['a', 'word']],
  ])('%j has a path', (part, path) => {
    const found = find(part);
    expect(found?.path).toEqual(path);
    expect(text.slice(found?.from, found?.to)).toBe(part.trim());
  });

  it.each(['list', '"b.c"', 'text', '- 1'])('%j is no plain or quoted value', (part) => {
    expect(find(part)).toBeNull();
  });

  it('finds a path, or what there is of it', () => {
    const at = (path: (string | number)[]) => {
      const found = findPath(state, path);
      return found === null ? null : [text.slice(found.from, found.to), found.isWhole];
    };
    expect(at(['a', 'b.c'])).toEqual(['"b.c"', true]);
    expect(at(['a', 'flow', 'r', 1])).toEqual(['"three"', true]);
    expect(at(['a', 'list', 1, 'k'])).toEqual(['k', true]);
    expect(at(['a', 'word', 'deeper'])).toEqual(['word', false]);
    expect(at(['nowhere'])).toBeNull();
  });
});
