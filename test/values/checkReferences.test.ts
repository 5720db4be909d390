import { describe, expect, it } from 'vitest';
import { CST, Lexer, parseDocument } from 'yaml';
import { checkReferences } from '../../src/values/checkReferences';
import { checkValues } from '../../src/values/checkValues';
import { createCommentTest } from '../../src/values/references/findComments';
import { findReferences } from '../../src/values/references/findReferences';
import { SYSTEM_MACROS } from '../../src/values/references/systemMacros';
import { applyChanges } from '../../src/values/text/editText';
import { context, realPacks, sharedPacks, tell, variable } from './support/checkTexts';

const check = (text: string, fields = {}) => tell(text, checkReferences(text, context(fields)));
/** What the lexer says beside the text itself. */
const MARKS: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

const variables = [variable('x'), variable('y-z')];

/** `kind:name/path` of each reference, with its fault. */
const find = (text: string) =>
  findReferences(text).map(({ kind, name, path, fault, isPlain, ...range }) => {
    expect(text.slice(range.nameFrom, range.nameTo)).toBe(name);
    const words = [`${kind}:${name}`, path, fault, isPlain ? null : 'function'];
    return words.filter((word) => word !== null && word !== '').join(' ');
  });

describe('findReferences', () => {
  it.each<[string, string[]]>([
    ['{{.spectro.var.x}}', ['var:x']],
    ['{{ .spectro.var.y-z }}', ['var:y-z']],
    ['{{- .spectro.var.x -}}', ['var:x']],
    ['{{{.spectro.var.x}}}', ['var:x']],
    ['a-{{.spectro.var.x}}-{{.spectro.macro.m}}', ['var:x', 'macro:m']],
    ['{{.spectro.system.cluster.name}}', ['system:cluster.name']],
    ['{{.spectro.pack.cni-calico.charts.a.b}}', ['pack:cni-calico charts.a.b']],
    ['{{.spectro.app.db.out}}', ['app:db.out']],
    [
      '{{ .spectro.system.kubernetes.version | substr 0 4 }}',
      ['system:kubernetes.version function'],
    ],
    ['{{ default "a" .spectro.macro.m }}', ['macro:m function']],
    ['{{ (.spectro.var.x) }}', ['var:x function']],
    ['{{ printf "%s%s" .spectro.var.x .spectro.macro.m }}', ['var:x function', 'macro:m function']],
    ['{{.spectro.var.}}', ['var: malformed']],
    ['{{.spectro.var}}', ['var: malformed']],
    ['{{.spectro.var.x.}}', ['var:x malformed']],
    ['{{.spectro.var.ä}}', ['var: malformed function']],
    ['{{spectro.var.x}}', ['var:x malformed']],
    ['{{.spectro.vars.x}}', ['unknown:x']],
    ['{{.spectro.var.x }', ['var:x unclosed function']],
    ['{{.spectro.var.x \n}}', ['var:x unclosed']],
    ['{{.spectro.var.a-{{.spectro.var.x}}}}', ['var:a- nested']],
    ['{{ if x }}{{.spectro.var.x}}{{ end }}', ['var:x']],
    ['{{ if {{.spectro.var.x}} }}', ['var:x']],
    ['.spectro.var.x and {{ .Values.spectro }} and spectro', []],
    ['{{ .Values.x }} spectro {{ spectro.name }}', []],
    ['{{ hint "see .spectro" }}', []],
    ['{{', []],
    ['', []],
  ])('reads %j', (text, expected) => {
    expect(find(text)).toEqual(expected);
  });

  it('passes over comments, and sees block scalars and quotes', () => {
    const ref = (name: string) => `{{.spectro.var.${name}}}`;
    const text = [
      `# ${ref('no')}`,
      `a: '${ref('a')}' # ${ref('no')}`,
      `b: "x # ${ref('b')}"`,
      `c: |  # ${ref('no')}`,
      `  # ${ref('c1')}`,
      '',
      `   x # ${ref('c2')}`,
      `# ${ref('no')}`,
      'd:',
      '- >-',
      `  # ${ref('d1')}`,
      `- e: |2-`,
      `     # ${ref('d2')}`,
      `  # ${ref('no')}`,
      `f: 'two`,
      `  # ${ref('f')}'`,
      `g: it's # ${ref('no')}`,
      `h: [it's, 'a # ${ref('h')}', "b'"] # ${ref('no')}`,
      `i: x#${ref('i')}`,
      `j: a | # ${ref('no')}`,
      `k: a, 'b # ${ref('no')}`,
    ].join('\r\n');
    expect(find(text)).toEqual('a b c1 c2 d1 d2 f h i'.split(' ').map((name) => `var:${name}`));
  });
});

describe('checkReferences', () => {
  it.each<[string, string[]]>([
    ["a: '{{.spectro.var.x}}'", []],
    ["a: '{{.spectro.var.no}}'", ['error reference-variable-unknown a "{{.spectro.var.no}}"']],
    [
      "a: '{{.spectro.var.x | upper}}'",
      ['error reference-function a "{{.spectro.var.x | upper}}"'],
    ],
    ["a: '{{.spectro.macro.m}}'", []],
    ["a: '{{.spectro.macro.m | upper}}'", []],
    ["a: '{{.spectro.macro.no}}'", ['warning reference-macro-unknown a "{{.spectro.macro.no}}"']],
    ["a: '{{.spectro.system.cluster.name}}'", []],
    [
      "a: '{{.spectro.system.no}}'",
      ['warning reference-system-unknown a "{{.spectro.system.no}}"'],
    ],
    [
      "a: '{{.spectro.system.toString}}'",
      ['warning reference-system-unknown a "{{.spectro.system.toString}}"'],
    ],
    ["a: '{{.spectro.app.x.y}}'", []],
    ["a: '{{.spectro.vars.x}}'", ['warning reference-malformed a "{{.spectro.vars.x}}"']],
    ["a: '{{.spectro.var.x }'", ['error reference-malformed a "{{.spectro.var.x }\'"']],
    [
      "a: '{{.spectro.var.{{.spectro.var.x}}}}'",
      ['error reference-nested a "{{.spectro.var.{{.spectro.var.x}}}}"'],
    ],
    [
      'a:\n  - b: |\n      k={{.spectro.var.no}}\n',
      ['error reference-variable-unknown a/0/b "{{.spectro.var.no}}"'],
    ],
    ['# {{.spectro.var.no}}', []],
    [
      "'{{.spectro.macro.no}}': 1",
      ['warning reference-macro-unknown {{.spectro.macro.no}} "{{.spectro.macro.no}}"'],
    ],
    [
      "pack:\n  content:\n    images:\n      - image: 'a:{{.spectro.var.x}}'\n",
      ['error reference-place pack/content/images/0/image "{{.spectro.var.x}}"'],
    ],
    ["content:\n  images: ['{{.spectro.var.x}}']\n", []],
  ])('judges %j (36)', (text, expected) => {
    expect(check(text, { variables, macros: ['m'] })).toEqual(expected);
  });

  it('says nothing of macros that nobody knows', () => {
    expect(check("a: '{{.spectro.macro.no}}'", { macros: null })).toEqual([]);
    expect(check("a: '{{.spectro.macro.no}}'", { macros: [] })).toHaveLength(1);
  });

  it('knows 24 system macros, one of them on Edge and vSphere only', () => {
    expect(SYSTEM_MACROS).toHaveLength(24);
    const text = SYSTEM_MACROS.map((name, at) => `k${String(at)}: '{{.spectro.system.${name}}}'\n`);
    for (const cloudType of ['edge-native', 'vsphere', 'all', '']) {
      expect(check(text.join(''), { cloudType })).toEqual([]);
    }
    expect(checkReferences(text.join(''), context({ cloudType: 'aws' }))).toMatchObject([
      { code: 'reference-system-unfit', params: { name: 'cluster.kubevip', cloudType: 'aws' } },
    ]);
  });

  it('warns of packs and paths that are not in the profile (63)', () => {
    const packs = {
      'cni-calico': 'charts:\n  calico.io/mtu:\n    value: 1\n',
      'my.pack': 'a: 1\n',
      broken: 'a: "x\n',
    };
    const at = (path: string) => check(`a: '{{.spectro.pack.${path}}}'`, { packs });
    expect(at('cni-calico.charts.calico.io/mtu.value')).toEqual([]);
    expect(at('my.pack.a')).toEqual([]);
    expect(at('broken.any.thing')).toEqual([]);
    expect(at('cni-calico.charts.none')[0]).toContain('warning reference-path-unknown');
    expect(at('none.a')[0]).toContain('warning reference-pack-unknown');
    expect(at('toString.a')[0]).toContain('warning reference-pack-unknown');
    expect(
      checkReferences("a: '{{.spectro.pack.cni-calico.x.y}}'", context({ packs }))[0]?.params,
    ).toEqual({ name: 'x.y', pack: 'cni-calico' });
  });

  it.each<[string, string, string | null]>([
    ['a: {{.spectro.var.x}}\n', 'error', "a: '{{.spectro.var.x}}'\n"],
    ['a: {{ .spectro.macro.m }} # note\n', 'warning', "a: '{{ .spectro.macro.m }}' # note\n"],
    ['a:\n  - {{.spectro.macro.m}}\n', 'warning', "a:\n  - '{{.spectro.macro.m}}'\n"],
    ['a: [{{.spectro.macro.m}}, 1]\n', 'warning', "a: ['{{.spectro.macro.m}}', 1]\n"],
    ['a: {{.spectro.macro.m}}-b/c # d\n', 'error', "a: '{{.spectro.macro.m}}-b/c' # d\n"],
    [
      'a: {{.spectro.macro.m}}/{{.spectro.macro.m}}\r\n',
      'error',
      "a: '{{.spectro.macro.m}}/{{.spectro.macro.m}}'\r\n",
    ],
    [
      "a: {{ .spectro.macro.m | default 'b' }}\n",
      'warning',
      'a: "{{ .spectro.macro.m | default \'b\' }}"\n',
    ],
    ['{{.spectro.macro.m}}: 1\n', 'warning', "'{{.spectro.macro.m}}': 1\n"],
  ])(
    'tells a reference without quotes and puts them there (33): %j',
    (text, severity, expected) => {
      const options = context({ variables, macros: ['m'] });
      const found = checkValues(text, options);
      expect(found).toMatchObject([{ code: 'reference-unquoted', severity }]);
      const repaired = applyChanges(text, found[0]?.fixes?.[0]?.changes ?? []);
      expect(repaired).toBe(expected);
      expect(checkValues(repaired, options)).toEqual([]);
      expect(parseDocument(repaired).errors).toEqual([]);
    },
  );

  it('puts double quotes where the value of the variable may have single ones', () => {
    const quoted = [variable('x', { defaultValue: "it's" })];
    const [found] = checkReferences('a: {{.spectro.var.x}}', context({ variables: quoted }));
    expect(found?.fixes?.[0]?.changes[0]?.insert).toBe('"{{.spectro.var.x}}"');
  });

  it('never says anything of other expressions (33)', () => {
    const text =
      'a: {{ .Values.x }}\nb: {{- include "a" . | nindent 4 }}\nc: "{{ $x }}"\n' +
      'd: |\n  {{ range .Spectro }}{{ end }}\ne: {{ ip.split(".")[2] }}\nf: ${{ x }}\n';
    expect(check(text, { macros: [] })).toEqual([]);
  });

  it('finds references in a text that cannot be read', () => {
    expect(check("a: \"x\nb: '{{.spectro.var.no}}'")).toHaveLength(1);
    expect(check("a: 1\n---\nb: '{{.spectro.var.no}}'")).toHaveLength(1);
  });
});

describe.skipIf(sharedPacks === null)('real packs (skipped without ../shared)', () => {
  it('have their comments where the parser has them', () => {
    let comments = 0;
    for (const { values, packUid } of realPacks()) {
      const isComment = createCommentTest(values);
      let offset = 0;
      let isScalar = false;
      for (const lexeme of new Lexer().lex(values)) {
        const isMark = !isScalar && MARKS.has(lexeme);
        const isOne = !isScalar && lexeme.startsWith('#');
        if (isOne) comments += 1;
        // A hash that is no comment is text; asked for in the order of the text, behind each hash.
        for (let at = lexeme.indexOf('#'); at !== -1; at = lexeme.indexOf('#', at + 1)) {
          if (at + 1 === lexeme.length) continue;
          expect(isComment(offset + at + 1), `${packUid} ${String(offset + at)}`).toBe(isOne);
        }
        isScalar = lexeme === CST.SCALAR;
        if (!isMark) offset += lexeme.length;
      }
    }
    expect(comments).toBeGreaterThan(10_000);
  });
});
