import { describe, expect, it } from 'vitest';
import { checkValues, checkValuesSteps } from '../../src/values/checkValues';
import { applyChanges } from '../../src/values/text/editText';
import { context, countSteps, realPacks, sharedPacks, tell, variable } from './support/checkTexts';

const check = (text: string, fields = {}) => tell(text, checkValues(text, context(fields)));
const schemaOf = (rules: Record<string, string>) =>
  Object.entries(rules).map(([path, schema]) => ({ path, schema: `{{ ${schema} }}` }));

/** The text after the first fix of the first finding that has one. */
function fixed(text: string, fields = {}): string | null {
  const fixes = checkValues(text, context(fields)).flatMap((found) => found.fixes ?? []);
  return fixes[0] === undefined ? null : applyChanges(text, fixes[0].changes);
}

describe('checkValues, the text as YAML', () => {
  it.each([
    ['nothing (23)', ''],
    ['blank lines (23)', ' \n\n'],
    ['only comments (23)', '# spectrocloud.com/enabled-presets: A:b\n# a: 1\n'],
    ['null written out', 'null\n'],
    [
      'comments before the first key (24)',
      '# spectrocloud.com/enabled-presets: A:b\n\npack:\n  a: 1\n',
    ],
    ['no line end, and trailing spaces (25)', 'a: 1  \nb: 2'],
    ['CRLF and a byte order mark (26)', '\uFEFFa: 1\r\nb:\r\n  - c\r\n'],
    ['a document start alone (27)', '---\na: 1\n'],
    ['anchors that stand for little (29)', 'a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n'],
    ['scalars of all kinds (30)', 'a: true\nb: 1.20\nc: "1.20"\nd: ~\ne: ""\nf: "0"\ng: True\n'],
    ['words of YAML 1.1 (31)', 'a: On\nb: yes\nc: off\n'],
    ['keys with dots (32)', 'kubernetes.io/os: linux\npack:\n  spectrocloud.com/display-name: a\n'],
    ['foreign expressions (33)', 'a: {{ .Values.x }}\nb: "{{ include \\"x\\" . }}"\n'],
    [
      'block scalars of YAML and PEM (34)',
      'a: |\n  b: 1\n  b: 2\n  \tc\nd: >-\n  ---- BEGIN\n  x==\n',
    ],
    ['flow collections and lists without indentation (34)', 'a: [1, {b: c}]\nd:\n- e\n- {f: g}\n'],
    [
      'no pack header, and keys beside it (35)',
      'kubeadmconfig:\n  a: 1\npack:\n  namespace: null\n',
    ],
    [
      'a pack content of the wrong shape (36)',
      'pack:\n  content:\n    images:\n      - iamge: a\n    charts: []\n',
    ],
    ['display names (38)', 'pack:\n  spectrocloud.com/display-name: Twice\n'],
  ])('finds nothing in %s', (_, text) => {
    expect(check(text)).toEqual([]);
  });

  it('tells each line that is no YAML, with the reason of the parser', () => {
    const text = 'a: b: c\nd: "x" y\ne: [1, 2\n';
    const found = checkValues(text, context());
    expect(found.map(({ params }) => params['reason'])).toEqual([
      'BLOCK_AS_IMPLICIT_KEY',
      'UNEXPECTED_TOKEN',
      'BAD_INDENT',
    ]);
    for (const { from, to } of found) expect(to).toBeGreaterThan(from);
  });

  it('tells a second document (27)', () => {
    expect(check('a: 1\n---\nb: 1\n')).toEqual(['error yaml-several-documents  "---"']);
  });

  it.each([
    ['list', '- a\n'],
    ['text', 'only words\n'],
  ])('tells values that are a %s', (found, text) => {
    expect(checkValues(text, context())).toMatchObject([
      { code: 'yaml-not-a-map', severity: 'error', params: { found } },
    ]);
  });

  it('tells a key that stands twice, and takes the second away where both are the same (28)', () => {
    const text = 'a: 1\nb:\n  c: x # first\n  c: x # second\n  d: 2\n';
    expect(check(text)).toEqual(['error yaml-duplicate-key b/c "c"']);
    expect(fixed(text)).toBe('a: 1\nb:\n  c: x # first\n  d: 2\n');
    expect(fixed('a: |\n  x\na: |\n  x\nb: 1\n')).toBe('a: |\n  x\nb: 1\n');
    expect(fixed('a: 1\r\na: 1')).toBe('a: 1\r\n');
    expect(fixed('a: {b: 1}\na: {b: 1}\n')).toBe('a: {b: 1}\n');
  });

  it.each([
    'a: 1\na: 2\n',
    '{a: 1, a: 1}\n',
    '- a: 1\n  a: 1\n  b:\n- c\n',
    '? a\n: 1\n? a\n: 1\n',
  ])('does not take a second key away where it is not certain: %j', (text) => {
    const fix = fixed(text);
    if (fix !== null) expect(check(fix)).not.toContain('error yaml-duplicate-key a "a"');
    if (text.includes('2') || text.includes('{')) expect(fix).toBe(null);
  });

  it('tells tabs as indentation, and puts spaces there (26)', () => {
    const text = 'a:\n\tb: 1\n\tc:\n\t\t- d\t# tab\n';
    expect(check(text)[0]).toBe('error yaml-tab-indent  "\\t"');
    expect(fixed(text)).toBe('a:\n  b: 1\n  c:\n    - d\t# tab\n');
    expect(fixed('a:\n    b: 1\n\tc: 2\n')).toBe('a:\n    b: 1\n    c: 2\n');
  });

  it('leaves tabs within values as they are (26)', () => {
    const broken = 'b:\n\tc: 1\n';
    for (const text of ['m: |\n  all:\n  \techo hi\n', 'm: "a\n \tb"\n', "m: 'a\n \tb'\n"]) {
      expect(fixed(text + broken)).toBe(`${text}b:\n  c: 1\n`);
      expect(fixed(broken + text)).toBe(`b:\n  c: 1\n${text}`);
    }
    // What is text and what is its indentation is not certain.
    expect(fixed('b:\n\tc: |\n\t\ttext\n')).toBe(null);
    expect(fixed('b:\n\tc: "x\n\t y"\n')).toBe(null);
  });

  it('tells presets that the marker names and the pack does not have (47)', () => {
    const text = '# spectrocloud.com/enabled-presets: A:old, B:x,,C: y\na: 1\n';
    const presets = [{ group: 'B', name: 'x' }];
    expect(tell(text, checkValues(text, context({ presets })))).toEqual([
      'warning preset-unknown  "A:old"',
      'warning preset-unknown  "C: y"',
    ]);
    expect(checkValues(text, context({ presets }))[1]?.params).toEqual({ group: 'C', preset: 'y' });
    expect(check(text)).toEqual([]);
    expect(checkValues(`${text}- [`, context({ presets }))[0]?.code).toBe('preset-unknown');
    const base = '# spectrocloud.com/enabled-presets: A:old\n';
    expect(tell(text, checkValues(text, context({ presets, base })))).toEqual([
      'warning preset-unknown  "C: y"',
    ]);
  });

  it('tells keys that are a prototype in some programs, and no others', () => {
    expect(check('a:\n  __proto__: {b: 1}\n  constructor: 1\n  prototype: 1\n')).toEqual([
      'warning yaml-prototype-key a/__proto__ "__proto__"',
    ]);
  });

  it('tells aliases without anchor', () => {
    expect(checkValues('a: *b\n', context())).toMatchObject([
      { code: 'yaml-syntax', params: { reason: 'BAD_ALIAS' }, from: 3, to: 5 },
    ]);
  });

  it.each([
    ['"1"', []],
    ['-5', []],
    ['""', []],
    ["'{{.spectro.macro.x}}'", []],
    ['1.5', ['error schema-pattern pack/spectrocloud.com/install-priority "1.5"']],
    ['high', ['error schema-pattern pack/spectrocloud.com/install-priority "high"']],
  ])('judges an install priority of %s (37)', (value, expected) => {
    expect(check(`pack:\n  spectrocloud.com/install-priority: ${value}\n`)).toEqual(expected);
  });
});

describe('checkValues, the schema of the pack', () => {
  it('tells values of a wrong type, with what they are', () => {
    const text = 'a:\n  port: http\n  size: 99\n  mode: Fast\n  ok: 1\n';
    const schema = schemaOf({
      'a.port': 'format "${number}"',
      'a.size': 'format "${number:[1-10]}"',
      'a.mode': 'format "${list:[fast,slow]}"',
      'a.ok': 'format "${number}"',
    });
    expect(check(text, { schema })).toEqual([
      'error schema-type a/port "http"',
      'error schema-range a/size "99"',
      'error schema-option a/mode "Fast"',
    ]);
    const found = checkValues(text, context({ schema }));
    expect(found.map(({ params }) => params)).toEqual([
      { expected: 'number', value: 'http' },
      { min: '1', max: '10', value: '99' },
      { options: 'fast, slow', value: 'Fast' },
    ]);
    expect(fixed(text, { schema })).toContain('mode: fast\n');
  });

  it('never tells what a password is', () => {
    const schema = schemaOf({ p: 'format "${password:/^x/}"' });
    const [found] = checkValues('p: hunter2\n', context({ schema }));
    expect(found?.code).toBe('schema-pattern');
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });

  it.each([
    ['with an empty value', 'a:\n  b: ""\n', ['error schema-required a/b "\\"\\""']],
    ['with nothing behind the key', 'a:\n  b:\n', ['error schema-required a/b "b"']],
    ['with null', 'a:\n  b: ~\n', ['error schema-required a/b "~"']],
    ['without the key', 'a:\n  c: 1\n', ['error schema-required a/b "a"']],
    ['without the map around it', 'c: 1\n', ['warning schema-required a.b ""']],
    ['with a value', 'a:\n  b: 1\n', []],
    ['with a reference', "a:\n  b: '{{.spectro.macro.x}}'\n", []],
    ['under a key with a dot (32)', 'a.b: 1\n', []],
    ['in an alias (29)', 'x: &x 1\na:\n  b: *x\n', []],
  ])('judges what is required, %s', (_, text, expected) => {
    expect(check(text, { schema: schemaOf({ 'a.b': 'required' }) })).toEqual(expected);
  });

  it('leaves what is optional and empty alone', () => {
    const schema = schemaOf({ a: 'format "${number}"', b: 'format "${ipv4}"', c: 'readonly' });
    expect(check('a:\nb: ""\nc: x\n', { schema })).toEqual([]);
  });

  it('takes the longest key that is there (32)', () => {
    const schema = schemaOf({ 'a.b.c': 'format "${number}"' });
    expect(check('a.b:\n  c: x\na:\n  b:\n    c: y\n', { schema })).toEqual([
      'error schema-type a.b/c "x"',
    ]);
  });

  it('judges every item of a list', () => {
    const schema = schemaOf({
      'addresses.$[]': 'required | format "${ipv4}"',
      'hosts.$[].port': 'format "${number}"',
    });
    const text = 'addresses:\n  - 10.0.0.1\n  - x\n  - ""\nhosts: [{port: 1}, {port: a}, {}]\n';
    expect(check(text, { schema })).toEqual([
      'error schema-type addresses/1 "x"',
      'error schema-required addresses/2 "\\"\\""',
      'error schema-type hosts/1/port "a"',
    ]);
  });

  it('judges the items where a list of options is a list of YAML', () => {
    const schema = schemaOf({ a: 'format "${list:[x,y]}"' });
    expect(check('a: [x, z]\n', { schema })).toEqual(['error schema-option a/1 "z"']);
  });

  it('only warns of a map where a text should be', () => {
    const schema = schemaOf({ a: 'format "${string}"', b: 'format "${input}"' });
    expect(check('a: {b: 1}\nb: {c: 1}\n', { schema })).toEqual(['warning schema-type a "{b: 1}"']);
  });

  it('tells rules and patterns that cannot be read, and judges nothing by them', () => {
    const schema = [
      { path: 'a', schema: 'nonsense' },
      { path: 'b', schema: '{{ format "${string:/(?=x)/}" }}' },
    ];
    expect(check('a: 1\nb: y\n', { schema })).toEqual([
      'info schema-unreadable a ""',
      'info schema-unreadable b "y"',
    ]);
  });

  it('tells read-only values that were changed, where the defaults are known', () => {
    const schema = schemaOf({ 'pack.namespace': 'readonly' });
    const text = 'pack:\n  namespace: mine\n';
    expect(check(text, { schema })).toEqual([]);
    expect(check(text, { schema, base: text })).toEqual([]);
    expect(check(text, { schema, base: 'pack:\n  namespace: theirs\n' })).toEqual([
      'warning schema-readonly pack/namespace "mine"',
    ]);
  });

  it('tells passwords in clear text that are not the default', () => {
    const schema = schemaOf({ p: 'format "${password}"' });
    expect(check('p: welcome\n', { schema, base: 'p: welcome\n' })).toEqual([]);
    expect(check('p: mine\n', { schema, base: 'p: welcome\n' })).toEqual([
      'info secret-in-clear p "mine"',
    ]);
    expect(check("p: '{{.spectro.macro.p}}'\n", { schema, base: 'p: welcome\n' })).toEqual([]);
  });

  it('tells asterisks in the place of a secret, and nothing else of them', () => {
    const schema = schemaOf({ p: 'required | format "${password:/^[a-z]+$/}"' });
    const text = 'p: "********"\nq: [1, "**********"]\nr: "* ********"\n';
    const found = [
      'error secret-masked p "\\"********\\""',
      'error secret-masked q/1 "\\"**********\\""',
    ];
    expect(check(text, { schema, base: 'p: welcome\n' })).toEqual(found);
    // Also where the rules of the pack could not be loaded.
    expect(check(text, { schema: [] })).toEqual(found);
  });

  it('warns of variables that do not suit their field', () => {
    const schema = schemaOf({ port: 'format "${number}"', mode: 'format "${list:[a,b]}"' });
    const text = "port: '{{.spectro.var.x}}'\nmode: '{{.spectro.var.y}}'\n";
    const variables = (x: object, y: object) => ({
      schema,
      variables: [variable('x', x), variable('y', y)],
    });
    expect(check(text, variables({ format: 'number' }, { defaultValue: 'a' }))).toEqual([]);
    expect(check(text, variables({ format: 'string' }, { defaultValue: 'c' }))).toEqual([
      'warning schema-type port "\'{{.spectro.var.x}}\'"',
      'warning schema-option mode "\'{{.spectro.var.y}}\'"',
    ]);
    const secret = { defaultValue: 'hunter2', isSensitive: true };
    const found = checkValues(text, context(variables({ format: 'number' }, secret)));
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });

  it('says nothing of the schema while the text is no YAML', () => {
    const schema = schemaOf({ a: 'required' });
    expect(check('b: "x\n', { schema })).toEqual(['error yaml-syntax  "\\n"']);
  });
});

describe('checkValuesSteps', () => {
  it('finds the same in many steps', () => {
    const text = `port: x\n${'key: {a: 1} # note\nlist:\n  - a\n'.repeat(2000)}`;
    const options = context({ schema: schemaOf({ port: 'format "${number}"' }) });
    const { steps, result } = countSteps(checkValuesSteps(text, options));
    expect(steps).toBeGreaterThan(30);
    expect(result).toEqual(checkValues(text, options));
    expect(result).toHaveLength(500);
  });
});

describe.skipIf(sharedPacks === null)('real packs (skipped without ../shared)', () => {
  it('have no error in their own values but what the user has to fill in', () => {
    const errors: string[] = [];
    let others = 0;
    for (const { pack, packUid, values, schema } of realPacks()) {
      const options = context({
        schema,
        base: values,
        packs: { [pack]: values },
        cloudType: 'edge',
      });
      for (const { severity, code, path } of checkValues(values, options)) {
        if (severity === 'error') errors.push(`${packUid} ${code} ${path.join('/')}`);
        else others += 1;
      }
    }
    // Required and empty as shipped, and variables that the profile has to have.
    expect(errors.sort()).toEqual([
      'crowdstrike-falcon-agent-1.0.0 schema-required manifests/install-falcon/agentPackageUrl',
      'crowdstrike-falcon-agent-1.0.0 schema-required manifests/install-falcon/customerId',
      'karpenter-1.0.5 schema-required awsAccountNumber',
      'karpenter-1.5.1 schema-required awsAccountNumber',
      'nvidia-vss-application-1.0.0 reference-variable-unknown charts/nvidia-vss-application/global/ngcApiKey',
      'nvidia-vss-core-nims-1.0.0 reference-variable-unknown charts/nvidia-vss-core-nims/global/ngcApiKey',
      'sedai-smart-agent-1.4.41 reference-variable-unknown charts/sedai-smart-agent/sedaiIntegrationSettings/clusterProvider',
      'sedai-smart-agent-1.4.41 reference-variable-unknown charts/sedai-smart-agent/sedaiIntegrationSettings/sedaiApiToken',
      'sedai-smart-agent-1.4.41 reference-variable-unknown charts/sedai-smart-agent/sedaiIntegrationSettings/sedaiBaseUrl',
      'splunk-1.4.3 schema-required charts/splunk-connect-for-kubernetes/global/splunk/hec/host',
      'splunk-1.4.3 schema-required charts/splunk-connect-for-kubernetes/global/splunk/hec/token',
      'stormforge-optimize-live-0.7.8 schema-required charts/optimize-live/authorization/clientID',
      'stormforge-optimize-live-0.7.8 schema-required charts/optimize-live/authorization/clientSecret',
      'stormforge-optimize-live-0.7.8 schema-required charts/optimize-live/imageCredentials/password',
      'stormforge-optimize-live-0.7.8 schema-required charts/optimize-live/imageCredentials/username',
      'twistlock-20.09.0 schema-required manifests/prisma-cloud/accessToken',
      'twistlock-20.09.0 schema-required manifests/prisma-cloud/licenseKey',
    ]);
    expect(others).toBe(0);
  });

  it('have no other finding where the values are filled in and the variables defined', () => {
    const variables = ['NGC_API_KEY', 'clusterProvider', 'sedaiBaseUrl', 'sedaiApiToken'];
    for (const { pack, values, schema } of realPacks()) {
      const filled = values.replace(/^( *[\w-]+: )""/gm, '$1"x"');
      const options = context({
        schema,
        variables: variables.map((name) => variable(name)),
        packs: { [pack]: filled },
        cloudType: 'vsphere',
        macros: [],
      });
      expect(tell(filled, checkValues(filled, options)), pack).toEqual([]);
    }
  });
});
