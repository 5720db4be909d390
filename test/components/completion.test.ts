import { yaml } from '@codemirror/lang-yaml';
import { EditorState } from '@codemirror/state';
import { describe, expect, it, vi } from 'vitest';
import type {
  CompletionData,
  CompletionPackValues,
} from '../../src/components/ManifestEditor/CompletionData';
import {
  completeName,
  completePath,
  isInPack,
} from '../../src/components/ManifestEditor/completeReference';
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

  it('what a variable is for and what it is by default, which a sensitive one keeps to itself', () => {
    const infos = completeName(
      '.spectro.var.',
      {
        ...data,
        variables: [
          { name: 'a', description: 'What it is', defaultValue: '10.0.0.1' },
          { name: 'b', description: '', defaultValue: '' },
          { name: 'c', description: 'Key', defaultValue: 'hunter2', isSensitive: true },
        ],
      },
      manifestEditorMessages,
    )?.options.map(({ info }) => info);
    expect(infos).toEqual([
      'What it is\nDefault: 10.0.0.1',
      'Variable of this profile\nNo default',
      'Key\nDefault: ••••••••',
    ]);
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

describe('what is offered in the values of a pack', () => {
  const list = vi.fn<CompletionPackValues['list']>();
  const looked: CompletionData = { ...data, packValues: { list, read: vi.fn() } };
  const { signal } = new AbortController();
  const complete = (written: string) =>
    completePath(written, looked, manifestEditorMessages, signal);

  it('is the next level of the path', async () => {
    list.mockResolvedValueOnce({
      values: [
        { name: 'mtu', isMap: false, value: '1440' },
        { name: 'ipam', isMap: true, value: null },
        { name: 'a b', isMap: false, value: '1' },
      ],
      isCut: false,
    });
    const written = '.spectro.pack.kubernetes.charts.calico.m';
    expect(isInPack(written, looked)).toBe(true);
    const offer = await complete(written);
    expect(list).toHaveBeenLastCalledWith(
      { pack: 'kubernetes', within: 'charts.calico', search: 'm' },
      signal,
    );
    expect(written.slice(0, offer?.from)).toBe('.spectro.pack.kubernetes.charts.calico.');
    // A name with a space cannot be referred to.
    expect(offer?.options.map(({ label, type }) => [label, type])).toEqual([
      ['mtu', undefined],
      ['ipam', 'namespace'],
    ]);
    expect(offer?.options[0]?.info).toMatch(/charts\.calico\.mtu .*kubernetes.*\nNow: 1440$/);
  });

  it.each([
    [false, 'mt', true],
    [false, '', false],
    [false, 'mt.', false],
    [true, 'mt', false],
  ])('holds while that is certain (cut %s, then %j: %s)', async (isCut, then, isValid) => {
    list.mockResolvedValueOnce({ values: [], isCut });
    const { validFor } = (await complete('.spectro.pack.kubernetes.m')) ?? {};
    expect(typeof validFor === 'function' && validFor(then)).toBe(isValid);
  });

  it('begins behind the name of the pack alone', () => {
    expect(isInPack('.spectro.pack.kuber', looked)).toBe(false);
    expect(isInPack('.spectro.var.x', looked)).toBe(false);
    expect(isInPack('.spectro.pack.kubernetes.x.', data)).toBe(false);
  });
});

/** The text after a name was chosen where `|` stands; `|` is the cursor then. */
function insert(
  text: string,
  name: string,
  { isComplete = true, variables = [] as CompletionData['variables'] } = {},
): string {
  const at = text.indexOf('|');
  const state = EditorState.create({
    doc: text.replace('|', ''),
    selection: { anchor: at },
    extensions: yaml(),
  });
  const from = at - (/[\w-]*$/.exec(text.slice(0, at))?.[0].length ?? 0);
  const next = state.update(insertReference(state, name, from, { isComplete, variables })).state;
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

  it.each([
    [
      'an item in the second line of a list',
      'a: [\n  1,\n  {{.spectro.var.|, 2]',
      "a: [\n  1,\n  '{{.spectro.var.pod}}'|, 2]",
    ],
    [
      'a value behind a quoted key',
      'a: {"b c": {{.spectro.var.|}',
      `a: {"b c": '{{.spectro.var.pod}}'|}`,
    ],
    ['the first key of a map', 'a: { {{.spectro.var.|}}: 1 }', "a: { '{{.spectro.var.pod|}}': 1 }"],
    [
      'a value with more behind it',
      'a: {b: {{.spectro.var.|}} x, c: 1}',
      "a: {b: '{{.spectro.var.pod|}} x', c: 1}",
    ],
    [
      'another reference behind it',
      'a: [{{.spectro.var.|}}{{.y}}, 2]',
      "a: ['{{.spectro.var.pod|}}{{.y}}', 2]",
    ],
    [
      'with the braces of the maps around it',
      'a: {b: {c: {{.spectro.var.|}}',
      "a: {b: {c: '{{.spectro.var.pod}}'|}}",
    ],
  ])('quotes in brackets and braces: %s', (_what, before, after) => {
    expect(insert(before, 'pod')).toBe(after);
  });

  it.each([
    ['of the text', '{{.spectro.var.|: 1\n', "'{{.spectro.var.pod}}'|: 1\n"],
    ['of the text, closed', '{{.spectro.var.|}}: 1\n', "'{{.spectro.var.pod|}}': 1\n"],
    ['of an item', '- {{.spectro.var.|: 1\n', "- '{{.spectro.var.pod}}'|: 1\n"],
  ])('quotes a key %s, without its value', (_what, before, after) => {
    expect(insert(before, 'pod')).toBe(after);
  });

  it('puts quotes around a function as well', () => {
    const [before, after] = ['a: {{ .spectro.macro.', ' | default "1: #2" }} # c\n'];
    const state = EditorState.create({
      doc: before + after,
      selection: { anchor: before.length },
      extensions: yaml(),
    });
    const spec = insertReference(state, 'ntp', before.length, { isComplete: true, variables: [] });
    expect(state.update(spec).newDoc.toString()).toBe(
      `a: '{{ .spectro.macro.ntp | default "1: #2" }}' # c\n`,
    );
  });

  it('goes on inside of the braces after a kind', () => {
    expect(insert('a: {{|', '.spectro.var.', { isComplete: false })).toBe(
      "a: '{{.spectro.var.|}}'",
    );
  });
});

describe("what is inserted where the variable's value may have a '", () => {
  const variables: CompletionData['variables'] = [
    { name: 'plain', description: '', defaultValue: 'its' },
    { name: 'owner', description: '', defaultValue: "it's" },
    { name: 'choice', description: '', options: [{ value: 'a' }, { value: "b's" }] },
  ];
  const into = (text: string, name = 'owner') => insert(text, name, { variables });

  it.each([
    ['a value', 'a: {{.spectro.var.|', 'a: "{{.spectro.var.owner}}"|'],
    ['an item', '- {{.spectro.var.|', '- "{{.spectro.var.owner}}"|'],
    ['a key', '{{.spectro.var.|: 1', '"{{.spectro.var.owner}}"|: 1'],
    ['brackets', 'a: [{{.spectro.var.|, 2]', 'a: ["{{.spectro.var.owner}}"|, 2]'],
    ['braces', 'a: {b: {{.spectro.var.|}', 'a: {b: "{{.spectro.var.owner}}"|}'],
    [
      'a longer value, escaping what has to be',
      'a: {{.spectro.var.|/"x"\\y # c',
      'a: "{{.spectro.var.owner}}|/\\"x\\"\\\\y" # c',
    ],
    ['single quotes', "a: '{{.spectro.var.|' # c", 'a: "{{.spectro.var.owner}}|" # c'],
    [
      'single quotes with more in them',
      `a: 'it''s "{{.spectro.var.|}} \\' # c`,
      'a: "it\'s \\"{{.spectro.var.owner|}} \\\\" # c',
    ],
    [
      'single quotes not yet closed',
      "a: '{{.spectro.var.|\nb: 'x'\n",
      `a: "{{.spectro.var.owner}}"|\nb: 'x'\n`,
    ],
    ['double quotes', 'a: "{{.spectro.var.|"', 'a: "{{.spectro.var.owner}}|"'],
    ['a block', 'a: >-\n  {{.spectro.var.|\n', 'a: >-\n  {{.spectro.var.owner}}|\n'],
    ['a plain value', 'a: x-{{.spectro.var.|', 'a: x-{{.spectro.var.owner}}|'],
    ['a comment', "# '{{.spectro.var.|'", "# '{{.spectro.var.owner}}|'"],
  ])('%s', (_what, before, after) => {
    expect(into(before)).toBe(after);
  });

  it('is told by the options, too, and by other references of the value', () => {
    expect(into('a: {{.spectro.var.|', 'choice')).toBe('a: "{{.spectro.var.choice}}"|');
    expect(into('a: {{.spectro.var.|', 'plain')).toBe("a: '{{.spectro.var.plain}}'|");
    expect(into('a: {{.spectro.var.|}}-{{.spectro.var.owner}}', 'plain')).toBe(
      'a: "{{.spectro.var.plain|}}-{{.spectro.var.owner}}"',
    );
    expect(into("a: '{{.spectro.var.|'", 'plain')).toBe("a: '{{.spectro.var.plain}}|'");
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
