import { describe, expect, it } from 'vitest';
import type { PackSchemaField } from '../../src/model/packs';
import { readFields, setField, type ValuesField } from '../../src/values';

const text = `pack:
  namespace: "apps" # where it goes
charts:
  app:
    image: registry/app:1.20 # pinned
    tag: 1.20
    replicas: 2
    enabled: True
    password:
    secret: 'it''s'
    kubernetes.io/os: linux
    nodes: { size: large, zones: [a, b] }
    mode: "off"
    template: {{ .Values.x }}
    address: "{{.spectro.var.address}}"
    certificate: |
      -----BEGIN-----
      key: value

    list:
    - name: one
      port: 80
    - name: two
      port: 443 # tls
`;

const rule = (path: string, schema: string): PackSchemaField => ({ path, schema });

function fieldsOf(...schema: readonly PackSchemaField[]): readonly ValuesField[] {
  return readFields({ text, schema });
}

function set(path: readonly (string | number)[], value: string | number | boolean, from = text) {
  return setField({ text: from, path, value }).text;
}

/** The one line that differs. */
function changedLine(path: readonly (string | number)[], value: string | number | boolean): string {
  const before = text.split('\n');
  const after = set(path, value).split('\n');
  const changed = after.filter((line, index) => line !== before[index]);
  expect(after).toHaveLength(before.length);
  expect(changed).toHaveLength(1);
  return (changed[0] ?? '').trim();
}

const app = (key: string) => ['charts', 'app', key];

describe('readFields', () => {
  it('gives type, options, hints and marks of the rule', () => {
    const [field] = fieldsOf(
      rule(
        'charts.app.mode',
        '{{ required | readonly | format "${list:[on, off]}" | hints "One" "Two" }}',
      ),
    );
    expect(field).toEqual({
      path: ['charts', 'app', 'mode'],
      schemaPath: 'charts.app.mode',
      type: 'list',
      options: ['on', 'off'],
      hints: ['One', 'Two'],
      isRequired: true,
      isReadOnly: true,
      value: 'off',
      isEditable: true,
      from: text.indexOf('"off"'),
      to: text.indexOf('"off"') + 5,
    });
  });

  it.each([
    ['pack.namespace', 'apps'],
    ['charts.app.replicas', 2],
    ['charts.app.enabled', true],
    ['charts.app.tag', '1.20'],
    ['charts.app.password', null],
    ['charts.app.secret', "it's"],
    ['charts.app.kubernetes.io/os', 'linux'],
    ['charts.app.nodes.size', 'large'],
    ['charts.app.address', '{{.spectro.var.address}}'],
    ['charts.app.certificate', '-----BEGIN-----\nkey: value\n'],
  ])('reads %s', (path, value) => {
    expect(fieldsOf(rule(path, '{{ required }}'))).toMatchObject([{ value, isEditable: true }]);
  });

  it.each(['charts.app', 'charts.app.list', 'charts.app.nodes', 'charts.app.template'])(
    'does not offer %s for editing',
    (path) => {
      expect(fieldsOf(rule(path, '{{ required }}'))).toMatchObject([
        { value: null, isEditable: false },
      ]);
    },
  );

  it('gives one field for every item', () => {
    expect(fieldsOf(rule('charts.app.list.$[].port', '{{ format "${number}" }}'))).toMatchObject([
      { path: ['charts', 'app', 'list', 0, 'port'], value: 80 },
      { path: ['charts', 'app', 'list', 1, 'port'], value: 443 },
    ]);
  });

  it('leaves out rules it cannot read, and texts it cannot read', () => {
    expect(fieldsOf(rule('pack', 'required'))).toEqual([]);
    expect(readFields({ text: 'a: [', schema: [rule('a', '{{ required }}')] })).toEqual([]);
  });

  it('has an empty field for what is not there', () => {
    expect(fieldsOf(rule('charts.none', '{{ required | format "${number}" }}'))).toMatchObject([
      {
        path: ['charts', 'none'],
        type: 'number',
        isRequired: true,
        value: null,
        isEditable: true,
        isMissing: true,
      },
    ]);
    expect(fieldsOf(rule('charts.app.tag', '{{ required }}'))[0]?.isMissing).toBeUndefined();
    const [deep, name] = readFields({
      text: '',
      schema: [rule('a.b', '{{ required }}'), rule('pack.spectrocloud.com/x', '{{ required }}')],
    });
    expect(deep?.path).toEqual(['a', 'b']);
    expect(name?.path).toEqual(['pack.spectrocloud.com/x']);
  });

  it('has none where it could not be put, where it cannot be written, and for items of lists', () => {
    expect(
      fieldsOf(
        rule('charts.app.image.none', '{{ required }}'),
        rule('charts.app.template.none', '{{ required }}'),
        rule('charts.app.list.none', '{{ required }}'),
        rule('charts.app.list.$[].none', '{{ required }}'),
        rule('charts.none', '{{ required | readonly }}'),
      ),
    ).toEqual([]);
  });

  it('takes a type that nobody knows for a text', () => {
    expect(fieldsOf(rule('pack.namespace', '{{ format "${input}" }}'))).toMatchObject([
      { type: 'string', value: 'apps' },
    ]);
  });
});

describe('setField', () => {
  it.each<[(string | number)[], string | number | boolean, string]>([
    [['pack', 'namespace'], 'other "one"', 'namespace: "other \\"one\\"" # where it goes'],
    [app('image'), 'registry/app:1.21', 'image: registry/app:1.21 # pinned'],
    [app('image'), 'a: b', 'image: "a: b" # pinned'],
    [app('image'), 'on', 'image: "on" # pinned'],
    [app('image'), '1.20', 'image: "1.20" # pinned'],
    [app('image'), '', 'image: "" # pinned'],
    [app('image'), '{{.spectro.var.image}}', "image: '{{.spectro.var.image}}' # pinned"],
    [app('image'), 'two\nlines', 'image: "two\\nlines" # pinned'],
    [app('tag'), '1.30', 'tag: 1.30'],
    [app('tag'), 'v1.30', 'tag: v1.30'],
    [app('replicas'), 3, 'replicas: 3'],
    [app('replicas'), '{{ .spectro.var.n }}', "replicas: '{{ .spectro.var.n }}'"],
    [app('enabled'), false, 'enabled: False'],
    [app('password'), 'p#w', 'password: p#w'],
    [app('password'), 'p #w', 'password: "p #w"'],
    [app('password'), '12345', 'password: "12345"'],
    [app('secret'), "that's", "secret: 'that''s'"],
    [app('secret'), 'tab\there', 'secret: "tab\\there"'],
    [app('kubernetes.io/os'), 'windows', 'kubernetes.io/os: windows'],
    [[...app('nodes'), 'size'], 'x, y', 'nodes: { size: "x, y", zones: [a, b] }'],
    [[...app('nodes'), 'zones', 1], 'c', 'nodes: { size: large, zones: [a, c] }'],
    [app('mode'), true, 'mode: "true"'],
    [[...app('list'), 1, 'port'], 8443, 'port: 8443 # tls'],
  ])('sets %j to %j', (path, value, line) => {
    expect(changedLine(path, value)).toBe(line);
  });

  it('keeps a block of text a block', () => {
    expect(set(app('certificate'), 'a: b\n\n  c\n')).toBe(
      text.replace('-----BEGIN-----\n      key: value\n', 'a: b\n\n        c\n'),
    );
    expect(set(app('certificate'), 'one')).toContain('certificate: |-\n      one\n\n    list:');
    expect(set(app('certificate'), ' one')).toContain('certificate: " one"\n\n    list:');
  });

  it('changes nothing where the value is what it was', () => {
    for (const path of ['tag', 'image', 'replicas', 'enabled', 'secret', 'certificate', 'mode']) {
      const [field] = fieldsOf(rule(`charts.app.${path}`, '{{ required }}'));
      expect(set(app(path), field?.value ?? '')).toBe(text);
    }
  });

  it.each<[string, string[], string | number | boolean, string]>([
    ['a:\n  b: 1 # one\nz: 1\n', ['a', 'c'], 'x: y', 'a:\n  b: 1 # one\n  c: "x: y"\nz: 1\n'],
    ['a:\n    b: 1\nz: 1\n', ['a', 'c', 'd'], 2, 'a:\n    b: 1\n    c:\n      d: 2\nz: 1\n'],
    ['a:\nz: 1\n', ['a', 'c'], true, 'a:\n  c: true\nz: 1\n'],
    ['a: {}\nz: 1\n', ['a', 'c'], 'on', 'a:\n  c: "on"\nz: 1\n'],
    ['a: { b: 1 }\n', ['a', 'c'], 'x', 'a: { b: 1, c: x }\n'],
    ['# only this\n', ['a'], 1, '# only this\na: 1\n'],
    ['b: 1', ['1.20'], 1, 'b: 1\n"1.20": 1'],
    ['b: 1\r\n', ['a', 'c'], 'x', 'b: 1\r\na:\r\n  c: x\r\n'],
  ])('puts what is missing into %j', (from, path, value, expected) => {
    expect(set(path, value, from)).toBe(expected);
    expect(set(path, value, expected)).toBe(expected);
  });

  it('changes nothing where there is no single value, nor a place for one', () => {
    const inScalar = app('image').concat('x');
    const inTemplate = app('template').concat('x');
    for (const path of [app('nodes'), app('list'), app('template'), inScalar, inTemplate, []]) {
      expect(set(path, 'x')).toBe(text);
    }
    expect(set(app('none'), '')).toBe(text);
    expect(set([...app('list'), 5], 'x')).toBe(text);
    expect(set(['a'], 1, 'a: [')).toBe('a: [');
    expect(set(['b'], 1, 'a: &x 1\nb: *x\n')).toBe('a: &x 1\nb: *x\n');
  });

  it('changes nothing where the text with the new key could not be read', () => {
    expect(set(['b'], 'x', '? a\n- ')).toBe('? a\n- ');
  });

  it('keeps line ends, byte order mark and a missing line end', () => {
    const odd = `\uFEFF${text.replaceAll('\n', '\r\n').trimEnd()}`;
    expect(set(['pack', 'namespace'], 'x', odd)).toBe(odd.replace('"apps"', '"x"'));
    expect(set([...app('list'), 1, 'name'], 'three', odd)).toBe(odd.replace('two', 'three'));
    expect(set(['a'], 'x', 'a:')).toBe('a: x');
    expect(set(['a'], 'x', 'a: # none')).toBe('a: x # none');
  });

  it.each([
    ['a: | # note\n  x\nb: 1\n', 'y', 'a: |- # note\n  y\nb: 1\n'],
    ['a: |- # note\n  x\nb: 1\n', ' y', 'a: " y" # note\nb: 1\n'],
    ['? a\nb: 2\n', 'y', '? a\nb: 2\n'],
  ])('keeps the comment of a block and a key without colon: %j', (text, value, expected) => {
    expect(setField({ text, path: ['a'], value }).text).toBe(expected);
  });
});
